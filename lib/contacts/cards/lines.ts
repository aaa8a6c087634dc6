/** The properties that are read. All others, photos among them, are dropped before anything looks into them. */
const kept = new Set(["FN", "N", "ORG", "TITLE", "EMAIL", "TEL", "URL", "NOTE"]);

/** The longest line that is kept, in characters: room for a long note, or for any address. */
const maxLengthOf = (name: string) => (name === "NOTE" ? 20_000 : 4_000);
/** The most lines of one card that are kept. */
const maxLines = 100;

/** The longest name with parameters, in characters. */
const maxNameLength = 1_000;

type Line = { name: string; parameters: string[]; value: string };

/** Parts a content line (RFC 6350 3.3) at its first colon outside of quotes; undefined where it is none. */
function partsOf(line: string): Line | undefined {
  let [quoted, colon] = [false, -1];
  for (let at = 0; at < Math.min(line.length, maxNameLength) && colon < 0; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ":" && !quoted) colon = at;
  }
  if (colon < 1) return undefined;
  const [group = "", ...parameters] = line.slice(0, colon).split(";");
  // "item1.EMAIL" is an EMAIL of a group.
  const name = group.slice(group.lastIndexOf(".") + 1).toUpperCase();
  return { name, parameters, value: line.slice(colon + 1) };
}

const isQuotedPrintable = (parameters: string[]) =>
  parameters.some((one) => /^(encoding=)?quoted-printable$/i.test(one));

const equalsSign = 0x3d;

/** Quoted-printable (RFC 2045), in which Outlook writes vCard 2.1: what is not plain ASCII stands as bytes. */
function decoded(value: string, charset: string): string {
  const written = new TextEncoder().encode(value);
  const bytes: number[] = [];
  for (let at = 0; at < written.length; at += 1) {
    const hex =
      written[at] === equalsSign ? String.fromCharCode(...written.slice(at + 1, at + 3)) : "";
    const isByte = /^[\da-f]{2}$/i.test(hex);
    bytes.push(isByte ? Number.parseInt(hex, 16) : (written[at] ?? 0));
    if (isByte) at += 2;
  }
  return decoderOf(charset).decode(Uint8Array.from(bytes));
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset || "utf-8");
  } catch {
    return new TextDecoder("utf-8");
  }
}

/** The line in the form of vCard 3, which the parser reads: vCard 2.1 has bare types and another encoding. */
function asVersion3({ name, parameters, value }: Line): string {
  const types = parameters.flatMap((one) => {
    const [key = "", text] = one.split("=");
    const type = text === undefined ? key : /^type$/i.test(key) ? text : "";
    return type.split(",").map((word) => word.replace(/[^\w-]/g, ""));
  });
  const isPreferred = parameters.some((one) => /^pref=1$/i.test(one));
  const known = [...types, isPreferred ? "pref" : ""].filter(
    (type) => type && !/^(quoted-printable|8bit|7bit|base64)$/i.test(type),
  );
  const charset = parameters.find((one) => /^charset=/i.test(one))?.slice("charset=".length) ?? "";
  const text = isQuotedPrintable(parameters)
    ? decoded(value, charset).replaceAll(/\r\n?|\n/g, "\\n")
    : value;
  return `${name}${known.map((type) => `;TYPE=${type}`).join("")}:${text}`;
}

/** Gathers the lines of one card that matter, unfolded; nothing of a line that is dropped is kept. */
export class CardLines {
  #lines: string[] = [];
  #open: { text: string; max: number; softBreaks: boolean } | undefined;
  /** whether the line before ended with a soft break of quoted-printable */
  #continues = false;

  add(line: string): void {
    const isFolded = line.startsWith(" ") || line.startsWith("\t");
    if (!isFolded && !this.#continues) this.#begin(line);
    else if (this.#open && this.#open.text.length < this.#open.max) {
      this.#open.text += this.#continues ? line : line.slice(1);
    }
    this.#continues = this.#open?.softBreaks === true && line.endsWith("=");
    if (this.#continues && this.#open?.text.endsWith("=")) {
      this.#open.text = this.#open.text.slice(0, -1);
    }
  }

  #begin(line: string): void {
    this.#end();
    const parts = partsOf(line);
    if (!parts || !kept.has(parts.name) || this.#lines.length === maxLines) return;
    const max = maxLengthOf(parts.name);
    this.#open = {
      text: line.slice(0, max),
      max,
      softBreaks: isQuotedPrintable(parts.parameters),
    };
  }

  #end(): void {
    if (this.#open) this.#lines.push(this.#open.text.slice(0, this.#open.max));
    this.#open = undefined;
  }

  /** The lines in the form of vCard 3. */
  inVersion3(): string[] {
    this.#end();
    return this.#lines.flatMap((line) => {
      const parts = partsOf(line);
      return parts ? [asVersion3(parts)] : [];
    });
  }
}

import { type LargeBody, restBytes } from "./bodies.ts";
import type { Described } from "./description.ts";
import { fill } from "./json.ts";
import type { Sizes } from "./sizes.ts";
import { hardTexts, inBytes } from "./texts.ts";

const boundary = "b0undary";
const urlEncoded = "application/x-www-form-urlencoded";
const multipart = `multipart/form-data; boundary=${boundary}`;

const part = (name: string, text: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
const whole = (parts: string) => `${parts}--${boundary}--\r\n`;

const texts = hardTexts.filter(({ name }) => ["combining marks", "nested markup"].includes(name));

/** Bodies of forms, url-encoded and multipart: hard texts in all fields, and forms that are hard by how they are built. */
export function* formBodies({ body }: Described, sizes: Sizes): Generator<LargeBody> {
  const names = Object.keys(body?.properties ?? {});
  const limit = sizes.bodyBytes - restBytes;
  const share = limit / Math.max(1, names.length) - 128;
  for (const text of texts) {
    const encoded = encodeURIComponent(inBytes(text, share, encodeURIComponent));
    const pairs = names.map((name) => `${name}=${encoded}`).join("&");
    yield { name: `${text.name} in a form`, type: urlEncoded, body: pairs };
    const plain = inBytes(text, share, String);
    const parts = names.map((name) => part(name, plain)).join("");
    yield { name: `${text.name} in parts`, type: multipart, body: whole(parts) };
  }
  const forms: Record<string, string> = {
    "names without values": fill("a&", limit),
    "signs of a form": fill("+%=", limit),
    "blanks of a form": `a=${fill("+", limit)}`,
  };
  for (const [name, text] of Object.entries(forms)) yield { name, type: urlEncoded, body: text };
  const parts: Record<string, string> = {
    "many parts": fill(part("a", "1"), limit),
    "lines that almost part": part("a", fill(`\r\n--${boundary.slice(0, -1)}`, limit)),
    "headers without end": `--${boundary}\r\n${fill("a: b\r\n", limit)}`,
  };
  for (const [name, text] of Object.entries(parts))
    yield { name, type: multipart, body: whole(text) };
}

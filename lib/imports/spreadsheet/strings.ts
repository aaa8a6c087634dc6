import { importLimits } from "./limits.ts";
import { invalidFile, tooMuch } from "./spreadsheet.ts";
import { readPart } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** The shared strings table of a workbook. Throws `Invalid` beyond `importLimits.strings`. */
export async function readStrings(zip: Zip, part: string): Promise<string[]> {
  const strings: string[] = [];
  const textCollector = createTextCollector();
  let total = 0;
  await readPart(zip, part, {
    ...textCollector,
    close(name) {
      textCollector.close(name);
      if (name !== "si") return;
      const text = textCollector.take();
      total += text.length;
      if (total > importLimits.strings)
        throw invalidFile("This workbook holds more text than 100 MB.");
      strings.push(text);
      if (strings.length > importLimits.stringCount) throw tooMuch("texts");
    },
  });
  return strings;
}

/** Collects the text of a string item: plain or rich text runs, without phonetic runs (`rPh`). */
export function createTextCollector() {
  let text = "";
  let [inText, inAid] = [false, false];
  return {
    open(name: string) {
      if (name === "t") inText = true;
      if (name === "rPh") inAid = true;
    },
    text(piece: string) {
      if (inText && !inAid) text += piece.slice(0, importLimits.cell - text.length);
    },
    close(name: string) {
      if (name === "t") inText = false;
      if (name === "rPh") inAid = false;
    },
    take() {
      const whole = unescapeText(text);
      text = "";
      return whole;
    },
  };
}

// XLSX escapes control characters as _xHHHH_ (ECMA-376, 22.9.2.19).
export const unescapeText = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

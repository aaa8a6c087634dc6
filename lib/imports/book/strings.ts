import { importLimits } from "./limits.ts";
import { unreadable } from "./unreadable.ts";
import { readAllXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** The texts that a workbook keeps apart from its sheets, in order. */
export async function readStrings(zip: Zip, part: string): Promise<string[]> {
  const strings: string[] = [];
  const stream = await zip.stream(part);
  if (!stream) return strings;
  const reader = textReader();
  let total = 0;
  await readAllXml(stream, {
    open: (name) => reader.open(name),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name);
      if (name !== "si") return;
      const text = reader.take();
      total += text.length;
      if (total > importLimits.strings)
        throw unreadable("This workbook holds more text than 100 MB.");
      strings.push(text);
    },
  });
  return strings;
}

/** Gathers the text of a string item: plain or in runs, without the reading aids of East Asian text. */
export function textReader() {
  let text = "";
  let [inText, inAid] = [false, false];
  return {
    open(name: string) {
      if (name === "t") inText = true;
      if (name === "rPh") inAid = true;
    },
    text(piece: string) {
      if (inText && !inAid) text += piece;
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

// Workbooks write control characters as _x000D_ and the like.
export const unescapeText = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

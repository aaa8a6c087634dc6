import { readAllXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

// Built-in number formats for dates and times (ECMA-376, 18.8.30).
const isBuiltInDateFormat = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Date detection by number format: for each cell style index, whether it formats a date or time. */
export async function readDateStyles(zip: Zip, part: string): Promise<boolean[]> {
  const stream = await zip.stream(part);
  const styles: boolean[] = [];
  if (!stream) return styles;
  const custom = new Map<string, string>();
  let inCellFormats = false;
  await readAllXml(stream, {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") custom.set(numFmtId, formatCode);
      if (name === "cellXfs") inCellFormats = true;
      if (name !== "xf" || !inCellFormats) return;
      const code = custom.get(numFmtId);
      styles.push(code === undefined ? isBuiltInDateFormat(Number(numFmtId)) : showsDate(code));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return styles;
}

/** Whether a format code contains a date or time field, ignoring literals, colours and conditions. */
function showsDate(code: string): boolean {
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, "")
    .split(";")[0];
  return /[ymdhs]/i.test(plain ?? "") && !/general/i.test(plain ?? "");
}

const highBytes = byteTables(["windows-1252", "windows-1251"]);

/**
 * Mojibake detection: whether a text shows a wrong encoding. Replacement characters and C1 controls do; so
 * do letters that are, taken as bytes of Windows-1252 or -1251, the UTF-8 of something else ("MÃ¼ller").
 */
export function isGarbled(text: string): boolean {
  if (!/[^\p{ASCII}]/u.test(text)) return false;
  if (/[\ufffd\u0080-\u0084\u0086-\u009f]/.test(text)) return true;
  return highBytes.some((table) => isUtf8InDisguise(text.slice(0, 1000), table));
}

function isUtf8InDisguise(text: string, table: ReadonlyMap<string, number>): boolean {
  const bytes: number[] = [];
  for (const char of text) {
    const byte = char <= "\u007f" ? char.charCodeAt(0) : table.get(char);
    if (byte === undefined) return false;
    bytes.push(byte);
  }
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

function byteTables(encodings: string[]): ReadonlyMap<string, number>[] {
  const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  return encodings.map((encoding) => {
    const chars = new TextDecoder(encoding).decode(bytes);
    return new Map(Array.from(chars, (char, at) => [char, at + 128]));
  });
}

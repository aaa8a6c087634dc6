const day = 86_400_000;

/** A date cell's number as `YYYY-MM-DD[THH:MM:SS]`, or `HH:MM` where it is a time without a day. */
export function serialText(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return "";
  if (serial < 1 && !from1904) return clock(Math.round(serial * 86_400));
  // Excel counts a 29 February 1900 that never was; numbers before it are a day off.
  const days = serial + (from1904 ? 1462 : 0) + (serial < 60 && !from1904 ? 1 : 0);
  const millis = Math.round(days * 86_400) * 1000 - 25_569 * day;
  const text = new Date(millis).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

function clock(seconds: number): string {
  const pad = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${pad(seconds / 3600)}:${pad((seconds % 3600) / 60)}`;
}

/** A number as a person would write it: whole numbers without exponent, no float noise. */
export function numberText(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw.trim();
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toFixed(0);
  return String(Number(value.toPrecision(12)));
}

/** The 0-based column of a cell's name: `B7` is 1. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const code = char.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

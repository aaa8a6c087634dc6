/** A unit as often as it goes into so many bytes. */
export const fill = (unit: string, bytes: number): string =>
  unit.repeat(Math.floor(bytes / unit.length));

/** A JSON list of so many bytes with one item again and again. */
export const list = (item: string, bytes: number): string =>
  `[${fill(`${item},`, bytes - 2).slice(0, -1)}]`;

/** A JSON object of so many bytes whose names all differ. */
export function objectOf(bytes: number): string {
  const count = Math.floor(bytes / 12);
  return `{${Array.from({ length: count }, (_, at) => `"n${at.toString(36)}":0`).join(",")}}`;
}

/** Lists in lists, as deep as they may be. */
export const deepList = "[".repeat(490) + "]".repeat(490);

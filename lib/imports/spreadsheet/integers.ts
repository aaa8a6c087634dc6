/**
 * A whole number of a file, such as a row or an index, where it lies within bounds; else null. What is no plain
 * run of digits is none, so that no exponent, sign or infinity reaches a loop or an array.
 */
export function boundedInteger(
  text: string | undefined,
  { min, max }: { min: number; max: number },
): number | null {
  if (text === undefined || text.length > 16 || !/^\s*\d+\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

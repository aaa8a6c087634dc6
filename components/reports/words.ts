/** "1,234". */
export const grouped = (count: number) => count.toLocaleString("en-US");

/** "1 application", "3 applications". */
export const many = (count: number, word: string) =>
  `${grouped(count)} ${word}${count === 1 ? "" : "s"}`;

/** "14%", with one digit where it is small; "–" of nothing. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  const value = share * 100;
  return `${value > 0 && value < 10 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value)}%`;
}

/** A share as people say it: "3 in 100" where it is small, else "1 in 4", "none", "every one". */
export function inWords(share: number): string {
  if (share <= 0.005) return share <= 0 ? "none" : "fewer than 1 in 100";
  if (share < 0.1) return `${Math.round(share * 100)} in 100`;
  if (share < 0.35) return `1 in ${Math.round(1 / share)}`;
  return share >= 1 ? "every one" : `${Math.round(share * 10)} in 10`;
}

/** "2 Mar 2026" of `YYYY-MM-DD`, and "Mar 2026" of `YYYY-MM`. */
export function monthWords(month: string): string {
  const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  return `${names[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`;
}

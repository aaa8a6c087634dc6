import { isBlank } from "./blanks.ts";
import { fold } from "./fold.ts";

const yesWords = new Set(
  "yes y true t 1 x done completed complete ok ja j wahr oui o vrai si s verdadero sim v verdadeiro vero tak prawda evet e dogru kylla ano igen da да істина はい 是 有 예".split(
    " ",
  ),
);
const noWords = new Set(
  "no n false f 0 nope none not yet nein falsch non faux falso nao nee onwaar nie falsz hayir yanlis nej nei ei ne nem nu нет ні いいえ 否 没有 아니오".split(
    " ",
  ),
);

/** Parses a yes/no cell: true, false (also for a blank), or null for anything else. */
export function readYesNo(text: string): boolean | null {
  if (isBlank(text) || /^[✗✘❌☐⬜□🔲]+$/u.test(text.trim())) return false;
  if (/^[✓✔☑✅🗹●•■☒*]\s*$/u.test(text.trim())) return true;
  const word = fold(text);
  if (yesWords.has(word)) return true;
  return noWords.has(word) || word === "not yet" ? false : null;
}

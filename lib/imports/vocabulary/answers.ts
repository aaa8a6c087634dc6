import { fold } from "./fold.ts";

const blanks = new Set(
  `n/a|n.a.|n.a|na|#n/a|ni|nil|none|null|undefined|unknown|not specified|not provided|not available
  |not applicable|not listed|not mentioned|tbd|tba|tbc|k.a.|ka|k. a.|keine angabe|keine angaben|unbekannt
  |nao informado|não informado|nao menciona|não menciona|nao_menciona|sin informacion|sin información
  |no aplica|no especificado|desconocido|non précisé|non renseigné|inconnu|non specificato|sconosciuto
  |onbekend|n.v.t.|nvt|nie dotyczy|brak|brak danych|yok|bilinmiyor|belirtilmemiş|不明|未知|なし|无|-|–|—|--|---|?|??|.|/|\\|…|...`
    .split("|")
    .map((word) => word.trim()),
);

/** Whether a cell is empty or a placeholder such as "n/a". */
export function isBlank(text: string): boolean {
  const plain = text.trim();
  return plain === "" || (plain.length < 20 && blanks.has(plain.toLowerCase()));
}

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

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
  `yes|y|true|t|1|x|xx|done|completed|complete|checked|ticked|ok|okay|yep|yeah|yup|sure|fully|ja|j|jo|wahr|oui|o|vrai|si|s|verdadero|sim|v|verdadeiro
  |vero|tak|prawda|evet|e|dogru|kylla|ano|igen|da|да|істина|так|はい|是|有|예|네|済|是的`
    .split("|")
    .map((word) => fold(word)),
);
const noWords = new Set(
  `no|n|false|f|0|nope|none|not yet|unchecked|unticked|not done|never|nah|nein|falsch|non|faux|falso|nao|nee|onwaar|nie|falsz|hayir|yanlis|nej|nei|ei|ne
  |nem|nu|нет|ні|いいえ|否|没有|아니오|아니요|未|not applicable|noch nicht|pas encore|todavia no|aun no|ainda nao|non ancora|nog niet|jeszcze nie|henuz degil|ещё нет|пока нет`
    .split("|")
    .map((word) => fold(word)),
);
const maxAnswerLength = 40;

/** Parses a yes/no cell: true, false (also for a blank), or null for anything else. */
export function readYesNo(text: string): boolean | null {
  if (isBlank(text)) return false;
  const plain = text
    .slice(0, maxAnswerLength * 4)
    .replace(/\ufe0f/g, "")
    .trim();
  if (plain.length > maxAnswerLength) return null;
  if (/^[✗✘❌❎✖☐⬜□🔲]+$/u.test(plain)) return false;
  if (/^[✓✔☑✅🗹●•■☒*👍]+$/u.test(plain)) return true;
  const word = fold(plain);
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : null;
}

// What a column of answers is called: "Response", "Did you hear back?".
const answerHeading =
  /\b(respon[sd]\w*|repl(y|ied|ies)|answer(ed|s)?|hear(d)? back|heard from|feedback|antwort\w*|ruckmeldung\w*|reponse|retour|respuesta|resposta|retorno|risposta|riscontro|antwoord|reactie|odpowiedz|odzew|cevap|yanit|geri donus|svar|ответ|відповідь)\b|回复|回覆|反馈|返信|返事|回答|답변|회신|연락/u;

/** Whether a heading asks if there was an answer, whatever it said. */
export const asksForAnswer = (heading: string) => answerHeading.test(fold(heading));

// A talk that was planned and did not take place.
const missed =
  /\b(no ?show\w*|no showed|did ?n[o ]?t (happen|show|take place)|never happened|(was )?cancel\w*|called off|missed|skipped|declined|postponed|ausgefallen|entfallen|abgesagt|nicht (stattgefunden|erschienen)|annule\w*|pas eu lieu|cancelad\w*|no se presento|nao (aconteceu|compareceu)|annullat\w*|saltato|geannuleerd|niet doorgegaan|odwolan\w*|nie odbyl\w*|iptal\w*|gelmedi\w*|отмен\w*)/u;

/** Whether a cell says that a talk did not take place: “no-show”, “cancelled”. */
export const saysMissed = (text: string) => missed.test(fold(text));

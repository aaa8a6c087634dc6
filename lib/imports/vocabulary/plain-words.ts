import { fold } from "./fold.ts";

/** Words that say no more than the posting status itself does; all others are worth keeping beside it. */
const plainWords: Record<string, string> = {
  "0 - Offer Accepted": "accepted|offer accepted|accepted offer",
  "0.5 - Offer": "offer|offered|angebot|offre|oferta|offerta|aanbod|teklif|offer received",
  "1 - Actively Engaged": "engaged|actively engaged|interview|interviewing|in interview",
  "2 - Awaiting Feedback": "awaiting feedback|in review|under review|in progress|in process",
  "3 - Rejected": `rejected|denied|absage|abgelehnt|abgesagt|refuse|refusee|rechazado|rechazada|rejeitado|rejeitada|recusado|recusada|reprovado
    |reprovada|rifiutato|rifiutata|afgewezen|odrzucono|odrzucony|odrzucona|reddedildi|avslag|afslag|отказ|不採用|被拒|已拒绝|拒绝|불합격`,
  "3.5 - Withdrawn":
    "withdrawn|withdrew|zuruckgezogen|retiree|retirado|retirada|ritirato|ritirata|teruggetrokken",
  "4 - No Response": `no response|applied|submitted|sent|application sent|application submitted|beworben|postule|postulee|candidature envoyee|aplicado|aplicada
    |postulado|postulada|enviado|enviada|candidatado|candidatura enviada|candidatura inviata|inviato|inviata|gesolliciteerd|wyslano|aplikowano
    |basvuruldu|ansokt|ansogt|sokt|отправлено|откликнулся|応募済み|応募済|応募|已投递|已申请|지원완료`,
  "5 - Saved":
    "saved|to apply|not applied|wishlist|bookmarked|gespeichert|guardado|salvo|salvato|opgeslagen|zapisane",
};

const foldedWords = new Map(
  Object.entries(plainWords).map(([status, words]) => [
    status,
    new Set(words.split("|").map((word) => fold(word))),
  ]),
);

const maxPlainLength = 40;

/** Whether a posting status says all that the person's word says. */
export function saysTheSame(word: string, status: string): boolean {
  if (word.length > maxPlainLength) return false;
  return (
    word.toLowerCase() === status.toLowerCase() || foldedWords.get(status)?.has(fold(word)) === true
  );
}

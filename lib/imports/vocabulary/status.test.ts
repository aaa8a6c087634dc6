import { expect, test } from "vitest";
import type { Meaning } from "./meanings.ts";
import { readStatus, stageOf } from "./status.ts";

// What people write, in many languages; "" where no word is known.
const said: [Meaning | "", ...string[]][] = [
  ["rejected", "Rejected (auto)", "Hired another applicant", "Role has been filled internally"],
  ["rejected", "They decided not to proceed", "Didn't make the cut", "Went with somebody else"],
  ["rejected", "Stelle bereits vergeben", "Poste déjà pourvu", "No pasé", "Não fui selecionada"],
  ["rejected", "Posizione già coperta", "Vacature vervuld", "Nie przeszłam", "Olumsuz dönüş"],
  ["rejected", "Не взяли", "一次面接落ち", "简历挂", "서류 탈락", "Rejected 4/2/2026 👎"],
  [
    "unclear",
    "Delivery Failed",
    "No current openings",
    "ELIMINATED",
    "Interview cancelled",
    "no-show",
  ],
  [
    "unclear",
    "Posting removed",
    "Ghost job",
    "Offre expirée",
    "池子",
    "likely rejected",
    "Pending?",
  ],
  [
    "saved",
    "Dream list",
    "Ready to submit",
    "Need to tailor résumé",
    "Noch zu bewerben",
    "À envoyer",
  ],
  ["saved", "Pendiente de enviar", "A enviar", "Do złożenia", "待投", "지원 예정", "応募前"],
  ["waiting", "Filled out application", "Dropped off CV", "waiting to hear", "Bewerbung ist raus"],
  [
    "waiting",
    "CV envoyé",
    "Solicitud enviada",
    "Wacht op reactie",
    "返事待ち",
    "지원 완료",
    "Applied 3/4",
  ],
  [
    "review",
    "Profile under evaluation",
    "Waiting on results",
    "CV visto",
    "筛选中",
    "Değerlendirmede",
  ],
  ["engaged", "1st round", "Moved to next round", "2차 면접", "書類選考通過", "Entretien prévu"],
  [
    "silence",
    "ghosted :(",
    "Crickets",
    "Pas de nouvelles",
    "Sem devolutiva",
    "已读不回",
    "Ses yok",
  ],
  ["offer", "Got an offer", "已发offer", "Zusage bekommen", "Propozycja pracy"],
  ["withdrawn", "Turned down the offer", "Ich habe abgesagt", "拒了offer", "Recusei a proposta"],
  ["accepted", "Got hired", "Contract signed", "Fui contratada"],
  ["", "B+", "7/10", "👍"],
];

for (const [meaning, ...texts] of said) {
  test.each(texts)(`“%s” is ${meaning || "not known"}`, (text) => {
    expect(readStatus(text)?.meaning ?? "").toBe(meaning);
  });
}

test.each([
  ["Rejected without an interview", ""],
  ["Not selected for interview", ""],
  ["Rejected 3rd April", ""],
  ["Recruiter ghosted", ""],
  ["No response after interview", "HR Interview"],
  ["2nd-round interview", "Hiring Manager Interview"],
  ["Final round", "Team Interview"],
])("“%s” reached the stage “%s”", (text, stage) => {
  expect(stageOf(text)).toBe(stage);
});

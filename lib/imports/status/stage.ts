import { fold } from "../vocabulary/fold.ts";

// The documented stages and the words for them, the furthest first.
const stages: [stage: string, words: RegExp][] = [
  ["Offer", /\boffer|angebot|zusage|oferta de trabajo|offerta|aanbod|teklif\b/],
  [
    "Team Interview",
    /\bfinal|onsite|on site|superday|panel|team interview|last round|third|3rd|stage three|stage 3|endrunde|cultur/,
  ],
  [
    "Hiring Manager Interview",
    /\bhiring manager|manager (interview|round)|second|2nd|stage 2|stage two/,
  ],
  [
    "Code Test",
    /\bcod(e|ing)|assessment|\boa\b|take ?home|hackerrank|codility|technical (test|challenge)|tech(nical)? (screen|round|interview)|\btest|challenge|homework|assignment|case study|testaufgabe|prueba|prova|teste/,
  ],
  [
    "HR Interview",
    /\bhr\b|interview|entretien|entrevista|colloquio|gesprek|gesprach|rozmowa|mulakat|gorusme|intervju/,
  ],
  ["Screening", /\bscreen|phone|recruiter|intro|initial|call\b|telefon|telephon|stage 1|stage one/],
];

/** The documented stage that a text names, or "". */
export function stageOf(text: string): string {
  const folded = fold(text);
  return stages.find(([, words]) => words.test(folded))?.[0] ?? "";
}

/** The rank of a stage, higher is further; 0 for none. */
export const stageRank = (stage: string) => {
  const at = stages.findIndex(([name]) => name === stage);
  return at < 0 ? 0 : stages.length - at;
};

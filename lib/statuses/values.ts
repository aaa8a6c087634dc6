import { valueWords } from "../records/value-words.ts";
import { postingStatuses, type StatusKind, stages, statusWords } from "./documented.ts";
import { opportunityStatuses, opportunityStatusWords } from "./documented-opportunity.ts";

/** What a status word is for: a posting's status, an opportunity's, or the stage of a posting. */
export const statusSubjects = ["posting", "opportunity", "stage"] as const;
export type StatusSubject = (typeof statusSubjects)[number];

/** The kinds of a status, in the order of a hunt. */
export const statusKinds = [
  "saved",
  "waiting",
  "engaged",
  "offer",
  "closed",
  "rejected",
] as const satisfies readonly StatusKind[];

/** The kinds of a stage: how far a posting came that reached it. */
export const stageKinds = ["applied", "answered", "interview", "offer"] as const;
export type StageKind = (typeof stageKinds)[number];

/** Every kind, of statuses and of stages. */
export const allKinds = [...statusKinds, ...stageKinds.slice(0, 3)] as const;
export type WordKind = StatusKind | StageKind;

/** The kinds that a subject's words may have. */
export const kindsOf = (subject: StatusSubject): readonly WordKind[] =>
  subject === "stage" ? stageKinds : statusKinds;

/** The documented text that a person's own word counts as, by its kind: see docs/decisions/045-own-statuses.md. */
export const standIns: Record<StatusSubject, Partial<Record<WordKind, string>>> = {
  posting: {
    saved: "5 - Saved",
    waiting: "4 - No Response",
    engaged: "1 - Actively Engaged",
    offer: "0.5 - Offer",
    closed: "3.5 - Withdrawn",
    rejected: "3 - Rejected",
  },
  opportunity: {
    saved: "5 - Showed Opportunity Interest",
    waiting: "5 - Showed Opportunity Interest",
    engaged: "1 - Actively Engaged",
    offer: "1 - Actively Engaged",
    closed: "2.3 - Rejected",
    rejected: "2.3 - Rejected",
  },
  stage: {
    applied: "Application Submission",
    answered: "Screening",
    interview: "HR Interview",
    offer: "Offer",
  },
};

const stageKindOf: Record<(typeof stages)[number], StageKind> = {
  "Application Submission": "applied",
  Screening: "answered",
  "HR Interview": "interview",
  "Code Test": "answered",
  "Hiring Manager Interview": "interview",
  "Team Interview": "interview",
  Offer: "offer",
};

type Documented = { text: string; kind: WordKind; label: string };

/** The documented words of each subject in their order, ours besides. */
export const documentedWords: Record<StatusSubject, readonly Documented[]> = {
  posting: postingStatuses.map((text) => ({ text, ...statusWords(text) })),
  opportunity: opportunityStatuses.map((text) => ({ text, ...opportunityStatusWords(text) })),
  stage: stages.map((text) => ({ text, kind: stageKindOf[text], label: valueWords(text) })),
};

export const maxLabelLength = 48;

/** The most words that one person can have of one subject. */
export const maxWords = 100;

/** How far apart the documented words lie, so that own ones fit in between. */
export const placeStep = 1000;

import { z } from "zod";
import { bool, int, oneOf, text } from "../fields.ts";
import { maxStatusLength } from "./documented.ts";
import {
  allKinds,
  documentedWords,
  kindsOf,
  maxLabelLength,
  type StatusSubject,
  statusKinds,
  statusSubjects,
} from "./values.ts";

/** The longest text of each subject's words, in code points: that of the API's field. */
export const textLimits: Record<StatusSubject, number> = {
  posting: maxStatusLength.posting,
  opportunity: maxStatusLength.opportunity,
  stage: maxStatusLength.stage,
};

const maxPlace = 1_000_000;
const placeMessage = `Give a whole number from 0 to ${maxPlace}.`;

const changeable = {
  kind: oneOf(allKinds).optional(),
  label: text({ max: maxLabelLength, blank: true }).optional(),
  hue: oneOf(statusKinds).nullable().optional(),
  place: int().pipe(z.int().min(0, placeMessage).max(maxPlace, placeMessage)).nullable().optional(),
  is_hidden: bool().optional(),
  is_default: bool().optional(),
};

const wordInput = z.object({
  subject: oneOf(statusSubjects),
  text: text({ max: Math.max(...Object.values(textLimits)) }),
  ...changeable,
});

type WordInput = z.infer<typeof wordInput>;

/** What is wrong with a word as a whole: its length, its kind, a default where there is none. */
function check(word: Partial<WordInput>, ctx: z.RefinementCtx) {
  const { subject, kind } = word;
  const addIssue = (field: string, message: string) =>
    ctx.addIssue({ code: "custom", path: [field], message });
  if (!subject) return;
  const max = textLimits[subject];
  if (word.text !== undefined && [...word.text].length > max)
    addIssue("text", `Ensure this field has no more than ${max} characters.`);
  const known = documentedWords[subject].find(({ text }) => text === word.text);
  if (kind && !kindsOf(subject).includes(kind))
    addIssue("kind", `Give one of these: ${kindsOf(subject).join(", ")}.`);
  else if (known && kind && kind !== known.kind)
    addIssue("kind", `“${known.text}” is documented: its kind is ${known.kind}.`);
  else if (!known && word.text !== undefined && !kind) addIssue("kind", "This field is required.");
  if (word.is_default && subject === "opportunity")
    addIssue("is_default", "Only a posting’s status or stage can be the default.");
}

/** Schema of the API's input of a new word. */
export const statusInput = () => wordInput.superRefine(check);

export type StatusInput = WordInput;

/** Schema of the API's change of a word; its subject and text are what they are. */
export const statusChangeInput = () => wordInput.partial();

export type StatusChangeInput = z.infer<ReturnType<typeof statusChangeInput>>;

/** Checks a change together with the word that it is of. */
export const wholeWord = wordInput.superRefine(check);

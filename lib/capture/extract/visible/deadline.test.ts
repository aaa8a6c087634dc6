import { expect, test } from "vitest";
import { deadlineIn } from "./deadline.ts";

const today = "2026-11-30";

test.each([
  "Date limite de candidature : 15 janvier 2027",
  "Vous avez jusqu’au 15 janvier 2027 pour postuler.",
  "Bewerbungsschluss ist der 15. Januar 2027.",
  "Bitte bewerben Sie sich bis spätestens 15.01.2027.",
  "Sista ansökningsdag 2027-01-15",
  "Ansök senast den 15 januari 2027, kl. 23.59",
  "Fecha límite de inscripción: 15/01/2027",
  "Solliciteren kan tot en met 15 januari 2027",
  "Termine per le candidature: 15 gennaio 2027",
  "Candidaturas até 15 de janeiro de 2027",
  "Ansøgningsfristen er den 15. januar 2027",
  "Søknadsfrist 15. januar 2027",
  "Aplikuj do 15 stycznia 2027",
  "Hakuaika päättyy 15.1.2027",
  "The closing date for applications is Friday 15 January 2027. Interviews begin on 1 February 2027.",
])("%s", (line) => {
  expect(deadlineIn(line, today)).toMatchObject({ value: "2027-01-15" });
});

test("a day without a year is the next one, and doubtful", () => {
  expect(deadlineIn("Sista dag att ansöka är den 15 januari", today)).toMatchObject({
    value: "2027-01-15",
    confidence: "doubtful",
  });
});

test.each([
  "The work begins on 15 January 2027.",
  "Die Stelle ist ab dem 15. Januar 2027 zu besetzen.",
  "Du hältst jede Deadline. Die Firma gibt es seit dem 1. Mai 1998.",
  "We have applied the same recipe since 15 January 2007.",
])("%s names no closing day", (line) => {
  expect(deadlineIn(line, today)).toBeNull();
});

import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

const values = (text: string) =>
  Object.fromEntries(Object.entries(readText(text)).map(([field, { value }]) => [field, value]));

test("a recruiter's mail gives the job, and who signs it", () => {
  const mail = `Hi Sam,

I came across your profile and think of a Lamp Keeper role at Pier Works in Ystad. It pays SEK 32 000 to 36 000 a month.

Would you be open to a call?

Best regards,
Ann Oakley
Talent Partner, Birch Recruiting
ann.oakley@birch.example`;
  expect(values(mail)).toMatchObject({
    posting_title: "Lamp Keeper",
    company_name: "Pier Works",
    locations: ["Ystad"],
    pay: { min: 32_000, max: 36_000, currency: "SEK", period: "month" },
    contact_person: "Ann Oakley",
    contact_email: "ann.oakley@birch.example",
  });
});

test("the subject and the sender say what the letter leaves out", () => {
  const mail = `From: Ann Oakley <ann@birch.example>
To: sam@example.org
Subject: Lamp Keeper - Pier Works - Ystad (hybrid)

Hello Sam,

are you open to a new challenge? My client is by the sea.

Ann`;
  const reading = readText(mail);
  expect(reading).toMatchObject({
    posting_title: { value: "Lamp Keeper" },
    company_name: { value: "Pier Works", confidence: "doubtful" },
    locations: { value: ["Ystad"] },
    contact_person: { value: "Ann Oakley" },
    contact_email: { value: "ann@birch.example" },
  });
});

test("a recruiter's own company is doubtful, and of what is not said there is nothing", () => {
  const mail = `Hallo Frau Sommer,

Ihr Profil passt: für unseren Kunden suche ich einen Wärter (m/w/d) in Bonn.

Viele Grüße
Anna`;
  const german = values(mail);
  expect(german).toMatchObject({ posting_title: "Wärter (m/w/d)", locations: ["Bonn"] });
  for (const field of ["company_name", "pay", "contact_person", "contact_email"])
    expect(german).not.toHaveProperty(field);
  const agency = `Hi Sam,

I am a recruiter at Birch Recruiting. My client is hiring a Lamp Keeper.`;
  expect(readText(agency).company_name).toMatchObject({
    value: "Birch Recruiting",
    confidence: "doubtful",
  });
});

test.each([
  "Dear Hiring Manager,\n\nI am applying for the Lamp Keeper role at Pier Works. My experience is long.\n\nSincerely,\nSam Sommer",
  "Hi Sam,\n\nlunch at noon? I have a new role at Pier Works.\n\nBest,\nAnn Oakley",
])("%s offers no job", (letter) => {
  expect(readText(letter)).toEqual({});
});

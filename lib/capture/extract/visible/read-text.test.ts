import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

const values = (text: string) =>
  Object.fromEntries(Object.entries(readText(text)).map(([field, { value }]) => [field, value]));
const about =
  "The lamps of the harbour are cleaned every morning, filled at noon, and lit before the sun goes down, in every weather and by hand.";

test("a posting that is copied from LinkedIn has its company above the title", () => {
  const text = `Pier Works
Share
Show more options
Lamp Keeper
Ystad, Sweden · 2 weeks ago · Over 100 applicants
Promoted by hirer · Responses managed off LinkedIn
Part-time
Apply
Save
About the job
${about}`;
  expect(values(text)).toMatchObject({
    posting_title: "Lamp Keeper",
    company_name: "Pier Works",
    locations: ["Ystad, Sweden"],
    employment_type: "Part-time",
  });
});

test("a line with company and place under the first one makes that the title", () => {
  const text = `Dusk Warden\nPier Works · Ystad, Sweden (On-site)\nEasy Apply\nSave\n\nAbout the job\n${about}`;
  expect(values(text)).toMatchObject({
    posting_title: "Dusk Warden",
    company_name: "Pier Works",
    locations: ["Ystad, Sweden"],
    location_type: "On-Site",
  });
});

test("a name beside the title is a company's, without doubt where its form says so", () => {
  const german = readText(
    `Stellenangebot\n\nLeuchtturmwärter (m/w/d) in Teilzeit\n\nHafenlicht GmbH\n${about}`,
  );
  expect(german).toMatchObject({
    posting_title: { value: "Leuchtturmwärter (m/w/d) in Teilzeit", line: 3 },
    company_name: { value: "Hafenlicht GmbH", confidence: "likely", line: 5 },
    employment_type: { value: "Part-time" },
  });
  const bare = readText(`Lamp Keeper - job post\nPier Works\n4.1 out of 5 stars\n${about}`);
  expect(bare).toMatchObject({
    posting_title: { value: "Lamp Keeper" },
    company_name: { value: "Pier Works", confidence: "doubtful" },
  });
});

test("a sentence says who looks for whom, and where", () => {
  expect(
    values(`Pier Works is looking for a Lamp Keeper to join our crew in Ystad.\n\n${about}`),
  ).toMatchObject({
    posting_title: "Lamp Keeper",
    company_name: "Pier Works",
    locations: ["Ystad"],
  });
  const ours = values(`We are hiring a Senior Lamp Engineer who likes the dark.\n\n${about}`);
  expect(ours.posting_title).toBe("Senior Lamp Engineer");
  expect(ours).not.toHaveProperty("company_name");
});

test("parts between strokes are company, title and facts", () => {
  expect(
    values(`Pier Works | Dusk Warden | Remote (Sweden) | Full-time | €40k-€45k\n\n${about}`),
  ).toMatchObject({
    posting_title: "Dusk Warden",
    company_name: "Pier Works",
    locations: ["Sweden"],
    location_type: "Remote",
    employment_type: "Full-time",
    pay: { min: 40_000, max: 45_000, currency: "EUR", period: null },
  });
});

test("the lines of a forwarded mail around a posting are not part of it", () => {
  const text = `---------- Forwarded message ---------
From: Ann <ann@example.org>
Subject: Fwd: Job

Position: Lamp Keeper
Company: Pier Works
Type: Full-time

${about}`;
  expect(values(text)).toMatchObject({
    posting_title: "Lamp Keeper",
    company_name: "Pier Works",
    employment_type: "Full-time",
  });
});

test("where one works stands alone on a line, however many lines are above it", () => {
  const menu = "Home My-Network Jobs Messaging Me Business Learning Help Premium".split(" ");
  const head = "Pier Works\n\nLamp Keeper\nYstad, Sweden · 1 week ago · 47 people clicked apply";
  const text = (line: string) => [...menu, head, line, "Full-time", "About the job", about];
  for (const [line, mode] of [
    ["On-site", "On-Site"],
    ["Hybrid", "Hybrid"],
    ["Remote", "Remote"],
  ] as const)
    expect(values(text(line).join("\n")).location_type).toBe(mode);
});

test("a sentence says how many days are spent elsewhere", () => {
  const said = (sentence: string) =>
    values(`Lamp Keeper at Pier Works\n\n${about} ${sentence}`).location_type;
  expect(said("You may work two days a week from home.")).toBe("Hybrid");
  expect(said("We are 3 days in the office.")).toBe("Hybrid");
  expect(said("The interview takes 2 days on site.")).toBeUndefined();
  expect(said("We answer within 2 days. Our office is by the sea.")).toBeUndefined();
});

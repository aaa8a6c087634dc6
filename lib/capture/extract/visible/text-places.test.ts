import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

const about =
  "The lamps of the harbour are cleaned every morning, filled at noon, and lit before the sun goes down, in every weather.";
const read = (...lines: string[]) => readText(`${lines.join("\n")}\n\n${about}`);

test("what a company's own site puts above a posting is no part of it", () => {
  const lamp = {
    company_name: { value: "Pier Works", confidence: "likely" },
    posting_title: { value: "Lamp Keeper", confidence: "likely" },
  };
  expect(read("Careers at Pier Works", "Open roles", "Lamp Keeper")).toMatchObject(lamp);
  expect(read("Careers at Pier Works / Open roles / Lamp Keeper")).toMatchObject(lamp);
  expect(read("Jobs bei Pier Works", "Offene Stellen", "Lamp Keeper")).toMatchObject(lamp);
  expect(read("Pier Works Careers", "Back to all jobs", "Lamp Keeper", "Ystad")).toMatchObject({
    company_name: { value: "Pier Works", confidence: "doubtful" },
    posting_title: { value: "Lamp Keeper" },
    locations: { value: ["Ystad"], confidence: "doubtful" },
  });
});

test("a title that says no role, or is one of several, is doubtful", () => {
  expect(read("Careers at Pier Works", "Open roles", "Light and more").posting_title).toMatchObject(
    {
      value: "Light and more",
      confidence: "doubtful",
    },
  );
  const several = read("Careers at Pier Works", "Open roles", "Lamp Keeper", "Diver Assistant");
  expect(several.posting_title).toMatchObject({
    confidence: "doubtful",
    choices: ["Diver Assistant"],
  });
});

test.each([
  [["Lamp Keeper", "Pier Works", "Ystad"], "Ystad", "doubtful"],
  [["Lamp Keeper at Pier Works", "Frankfurt am Main"], "Frankfurt am Main", "doubtful"],
  [["Lamp Keeper", "Pier GmbH", "Ystad (Hybrid)"], "Ystad", "likely"],
  [["Pier Works", "Lamp Keeper", "Ystad · 3 days ago · 47 applicants"], "Ystad", "likely"],
  [["Lamp Keeper", "Pier Works - Ystad"], "Ystad", "doubtful"],
] as const)("%s: a bare town is the place", (lines, town, confidence) => {
  expect(read(...lines).locations).toMatchObject({ value: [town], confidence });
});

test.each(["Engineering", "Permanent", "Python", "Apply now", "We light lamps"])(
  "%s below the company is no town",
  (line) => {
    expect(read("Lamp Keeper", "Pier Works", line)).not.toHaveProperty("locations");
  },
);

test("of a name above the title and a town below it the company is the one that is named again", () => {
  const text = `Pier Works\nLamp Keeper\nYstad\n\n${about} Pier Works has lit lamps in Ystad since 1901.`;
  expect(readText(text)).toMatchObject({
    company_name: { value: "Pier Works" },
    locations: { value: ["Ystad"] },
  });
});

import { expect, test } from "vitest";
import { readBoardDocument } from "./read-document.ts";

const feed = (channel: string, titles: readonly string[]) => {
  const items = titles.map(
    (title, at) =>
      `<item><title>${title}</title><link>https://pier.example/jobs/${at}</link><description>Lamps.</description></item>`,
  );
  const xml = `<?xml version="1.0"?><rss><channel><title>${channel}</title>${items.join("")}</channel></rss>`;
  return (readBoardDocument(xml, null)?.postings ?? []).map(
    ({ posting_title, company_name, locations }) => [
      posting_title?.value,
      company_name?.value,
      locations?.value,
    ],
  );
};

test.each([
  [
    ["Pier: Lamp Technician", "Mole : Diver (m/f/d)"],
    [
      ["Lamp Technician", "Pier", undefined],
      ["Diver (m/f/d)", "Mole", undefined],
    ],
  ],
  [
    ["Lamp Technician — Pier — Ystad, Sweden", "Diver — Mole — Lyon, France"],
    [
      ["Lamp Technician", "Pier", ["Ystad, Sweden"]],
      ["Diver", "Mole", ["Lyon, France"]],
    ],
  ],
  [
    ["Lamp Technician at Pier", "Diver at Mole"],
    [
      ["Lamp Technician", "Pier", undefined],
      ["Diver", "Mole", undefined],
    ],
  ],
])("titles of a feed that are made alike are taken apart: %j", (titles, expected) => {
  expect(feed("Remote jobs", titles)).toEqual(expected);
});

test("titles that differ stay, and only a name is the feed's company", () => {
  const titles = ["Pier: Lamp Technician", "Diver"];
  expect(feed("Pier Works - Jobs", titles)).toEqual([
    ["Pier: Lamp Technician", "Pier Works", undefined],
    ["Diver", "Pier Works", undefined],
  ]);
  expect(feed("Find a job — Harbour Office", titles)[0]?.[1]).toBeUndefined();
});

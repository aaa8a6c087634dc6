import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSpreadsheet } from "../lib/imports/spreadsheet/open.ts";
import type { Advert } from "../lib/matching/advert.ts";
import { compareAdverts, type ReadAdvert, readAdvert } from "../lib/matching/compare.ts";
import { keysOf } from "../lib/matching/keys.ts";

// Finds reposts in published lists of postings. What is one job is judged by other means than those that are scored:
// by whole sentences, and by the letters of the title.
const [leastPrecision, leastRecall] = [0.95, 0.9];

const advert = (company = "", title = "", city = "", text = ""): Advert => ({
  kind: "job_posting",
  companies: [company],
  title,
  url: "",
  city,
  text: text.replace(/\s+/g, " ").trim(),
});

async function sheetAdverts(path: string, heading: string, columns: readonly number[]) {
  const book = await openSpreadsheet(path);
  const found: Advert[] = [];
  for await (const { cells } of book.rows(0)) {
    const [company, title, city, text] = columns.map((at) => cells[at]?.trim() ?? "");
    // Behind a line break stand stars.
    if (title !== heading) found.push(advert(company?.split("\n")[0], title, city, text));
  }
  book.close();
  return found;
}

function uberAdverts(path: string): Advert[] {
  type Job = { title: string; location: string; description: string; url: string };
  const { jobs } = JSON.parse(readFileSync(path, "utf8")) as { jobs: Job[] };
  return jobs.map((job) => advert("Uber", job.title, job.location, job.description));
}

const sentencesOf = ({ text }: Advert) =>
  new Set(
    text
      .split(/(?<=[.!?:;])\s+|(?<=[。！？])|\s[•*·-]\s|\s#+\s/)
      .filter((part) => part.length > 30),
  );

/** The letters of a text in small, its words without the "s" of several. */
const letters = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, " ")
    .replaceAll(/s(?= |$)/g, "")
    .trim();

/** Whether two adverts are one job, by their sentences and letters; undefined where a person would have to look. */
function truth(a: Judged, b: Judged): boolean | undefined {
  const common = [...a.sentences].filter((sentence) => b.sentences.has(sentence)).length;
  const least = Math.min(a.sentences.size, b.sentences.size);
  if (least === 0) return undefined;
  const share = common / least;
  const isSame = (read: (one: Advert) => string) =>
    letters(read(a.advert)) === letters(read(b.advert));
  const [company, other] = [a, b].map(({ advert }) => letters(advert.companies[0] ?? ""));
  const sameCompany = company === other || `${company} `.startsWith(`${other} `);
  const sameCity = isSame(({ city }) => city);
  if (isSame(({ title }) => title) && sameCompany && sameCity) return share >= 0.8 || undefined;
  const [words, others] = [a, b].map(({ advert }) => new Set(letters(advert.title).split(" ")));
  if (!words || !others) return undefined;
  // A title that only adds words may be the same one.
  const isLonger = words.isSubsetOf(others) || words.isSupersetOf(others);
  if (sameCompany && sameCity && isLonger) return undefined;
  const isOther = !sameCity || share < 0.3 || words.isDisjointFrom(others);
  return isOther || (sameCompany && share < 0.6) ? false : undefined;
}

type Judged = { advert: Advert; read: ReadAdvert; keys: number[]; sentences: Set<string> };

type Tally = { right: number; wrong: number; missed: number; unclear: number; shown: string[] };

function tally(adverts: Advert[]): Tally {
  const judged = adverts.map((one): Judged => {
    const { names, text } = keysOf(one);
    return {
      advert: one,
      read: readAdvert(one),
      keys: [...names, ...text],
      sentences: sentencesOf(one),
    };
  });
  const byKey = new Map<number | string, Judged[]>();
  for (const one of judged) {
    const company = letters(one.advert.companies[0] ?? "");
    for (const key of [...one.keys, company]) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const counted: Tally = { right: 0, wrong: 0, missed: 0, unclear: 0, shown: [] };
  const seen = new Set<string>();
  const at = new Map(judged.map((one, place) => [one, place]));
  for (const group of byKey.values()) {
    for (const [place, a] of group.entries()) {
      for (const b of group.slice(place + 1, place + 200)) {
        const pair = `${at.get(a)} ${at.get(b)}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const isFound =
          compareAdverts(a.read, b.read) !== null && a.keys.some((one) => b.keys.includes(one));
        const is = truth(a, b);
        if (is === undefined) counted.unclear += isFound ? 1 : 0;
        else if (isFound) counted[is ? "right" : "wrong"] += 1;
        else if (is) counted.missed += 1;
        const isFault = (is === true && !isFound) || (is === false && isFound);
        if (isFault) counted.shown.push(`${is ? "missed" : "wrong"} ${names(a)} | ${names(b)}`);
      }
    }
  }
  return counted;
}

const names = ({ advert: { companies, title, city } }: Judged) =>
  [companies[0], title, city].join(", ");

/** Scores the finding of reposts; gives a verdict for each of the lists that are there. */
export async function scoreDuplicates(root: string): Promise<boolean[]> {
  const folder = join(root, "postings");
  if (!existsSync(folder)) return [];
  const lists: [string, Advert[]][] = [
    [
      "glassdoor",
      await sheetAdverts(join(folder, "glassdoor-ds-956.csv"), "job title", [1, 2, 3, 4]),
    ],
    ["rozee", await sheetAdverts(join(folder, "rozee-pk-5363.csv"), "Job Name", [2, 0, 6, 5])],
    ["uber", uberAdverts(join(folder, "uber-2025.json"))],
  ];
  return lists.map(([name, adverts]) => {
    const { right, wrong, missed, unclear, shown } = tally(adverts);
    const precision = right / (right + wrong);
    const recall = right / (right + missed);
    const ok = precision >= leastPrecision && recall >= leastRecall;
    for (const line of shown.slice(0, 40)) console.log(`  ${line}`);
    const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
    console.log(
      `${ok ? "ok  " : "FAIL"} reposts, ${name}: of ${right + wrong} found ${percent(precision)} right, of ${right + missed} ${percent(recall)} found; ${unclear} found that are not judged`,
    );
    return ok;
  });
}

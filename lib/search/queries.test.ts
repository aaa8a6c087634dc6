import { expect, test } from "vitest";
import { addComment } from "../comments/commands.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { createSite, updateSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { countAll, searchAll } from "./queries.ts";
import { lineRoom, type TextPart } from "./snippet.ts";

freshDatabase();

async function hunter() {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const add = (fields: Parameters<typeof createPosting>[1]) =>
    createPosting(actor, { job_site_id: site.id, ...fields });
  const ids = async (text: string) =>
    (await searchAll(actor, text)).job_posting.map(({ id }) => id);
  return { actor, site, add, ids };
}

const shown = (pieces: TextPart[] | null | undefined) =>
  pieces?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

test("finds words in any order and place, in the actor's own live rows alone", async () => {
  const { actor, site, add, ids } = await hunter();
  await updateSite(actor, await getSite(actor, site.id), { site_name: "Harbour Jobs 100%" });
  const hers = { company_name: "Harbour Labs", posting_title: "Platform Lead" };
  const made = await add(hers);
  const gone = await add(hers);
  await deletePosting(actor, await getPosting(actor, gone.id));

  expect(await ids(" lead  HARBOUR ")).toEqual([made.id]);
  expect(await ids("lead nobody")).toEqual([]);
  const { job_site: sites } = await searchAll(actor, "100%");
  expect(sites.map(({ id, names }) => [id, shown(names[0])])).toEqual([
    [site.id, "Harbour Jobs [100]%"],
  ]);
  // A posting is found by its site too, whatever that was called before.
  expect(await ids("platform jobs")).toEqual([made.id]);
  expect(await ids("platform board")).toEqual([]);
  expect((await searchAll(await newActor(), "harbour")).job_posting).toEqual([]);
});

test("searches descriptions and comments without markup, and shows an excerpt", async () => {
  const { actor, add, ids } = await hunter();
  const made = await add({
    company_name: "Fern & Field",
    posting_title: "Gardener",
    job_description: "<p>Work with <b>Post</b>greSQL</p><p>and caf&eacute; visits &amp; tea</p>",
    technology_stack: ["Kubernetes"],
  });
  const on = { subject: "job_posting" as const, row: await getPosting(actor, made.id) };
  await addComment(actor, on, {
    comment_type: "Call",
    comment_content: sanitizeRichText("<p>Rita rang &lt;twice&gt;</p>"),
    commented_at: undefined,
  });
  expect(await ids("postgresql")).toEqual([made.id]);
  expect(await ids("kubern")).toEqual([made.id]);
  expect(await ids("strong")).toEqual([]);
  const [found] = (await searchAll(actor, "gardener twi")).job_posting;
  expect(found?.names.map(shown)).toEqual(["Fern & Field", "[Gardener]"]);
  expect(shown(found?.excerpt)).toBe("… rang <[twi]ce>");
  expect((await searchAll(actor, "gard")).job_posting[0]?.excerpt).toBeNull();
  await createOpportunity(actor, {
    job_title: "Botanist",
    opportunity_status: "1 - Waiting",
    recruiter_name: "",
    recruiter_company: "",
    job_description: "A greenhouse by the sea",
  });
  const { email_opportunity: opportunities } = await searchAll(actor, "greenhouse");
  expect(shown(opportunities[0]?.excerpt)).toBe("A [greenhouse] by the sea");
});

test("finds and shows what plain text says, and keeps the words of cells and blocks apart", async () => {
  const { actor, add, ids } = await hunter();
  const plain = await add({
    company_name: "<b>Tern</b> & Co",
    job_description: "Must know List<Quokka>, Map<K,V>.\nMail <tove@tern.example>",
  });
  const table = await add({
    company_name: "Heron",
    job_description:
      "<table><tr><td>Shift</td><td>Night</td></tr><tr><td>Level</td><td>Senior</td></tr></table><div>One</div><div>Two</div>",
  });
  expect(await ids("quokka")).toEqual([plain.id]);
  expect(await ids("tove@tern.example")).toEqual([plain.id]);
  const [found] = (await searchAll(actor, "quokka")).job_posting;
  expect(found?.names.map(shown)).toEqual(["<b>Tern</b> & Co", ""]);
  expect(shown(found?.excerpt)).toContain("List<[Quokka]>, Map<K,V>. Mail <tove@tern.example>");
  for (const word of ["night", "level", "senior", "one", "two"])
    expect(await ids(word)).toEqual([table.id]);
  const [row] = (await searchAll(actor, "heron senior")).job_posting;
  expect(shown(row?.excerpt)).toContain("Level [Senior] One Two");
});

test("ranks names before texts, each latest first", async () => {
  const { add, ids } = await hunter();
  const said = await add({ company_name: "One", job_description: "an amber lamp" });
  const [first, second] = [
    await add({ company_name: "Amber" }),
    await add({ posting_title: "amber" }),
  ];
  const saidToo = await add({ company_name: "Two", outreach_info: "Amber wrote" });
  expect(await ids("amber")).toEqual([second.id, first.id, saidToo.id, said.id]);
});

test.each([
  ["cafe", "Café Zürich"],
  ["ZÜRICH", "Café Zurich"],
  ["strasse", "Lange Straße"],
  ["bour", "Harbour"],
  ["h", "Harbour"],
  ["ha", "Harbour"],
  ["go", "Go"],
  ["c++", "C++ people"],
  ["c#", "C# people"],
  ["node.js", "Node.js"],
  ["東京", "株式会社東京開発"],
  ["京", "株式会社東京開発"],
  ["開発", "株式会社東京開発"],
  ["京開発", "株式会社東京開発"],
  ["ガラス", "ガラス工房"],
  ["москв", "Москва"],
])("finds %s in the name %s", async (text, company_name) => {
  const { add, ids } = await hunter();
  const made = await add({ company_name, job_description: "of another kind" });
  expect(await ids(text)).toEqual([made.id]);
});

test.each([
  "c++",
  "bz",
  "arbur",
  "開京",
  '"',
  "*",
  "name:",
  "%",
  "_",
  "NEAR(a",
  "-",
  "^x OR",
  "'); --",
  "\0",
])("does not find %s in texts without it", async (text) => {
  const { add, ids } = await hunter();
  await add({ company_name: "Harbour 東京開発", posting_title: "C coder" });
  expect(await ids(text)).toEqual([]);
});

test.each([
  ["東京", "私は東京で働く"],
  ["働", "私は東京で働く"],
  ["half typ", "what is half typed"],
])("finds %s in the description %s", async (text, job_description) => {
  const { add, ids } = await hunter();
  const made = await add({ company_name: "Any", job_description });
  expect(await ids(text)).toEqual([made.id]);
});

test("matches prefixes only for the last word of a description", async () => {
  const { add, ids } = await hunter();
  const made = await add({ company_name: "Any", job_description: "an article on rivers" });
  expect(await ids("art")).toEqual([made.id]);
  expect(await ids("art rivers")).toEqual([]);
});

test("finds nothing for an empty query, and at most six of a kind", async () => {
  const { add, ids } = await hunter();
  for (let n = 0; n < 8; n += 1) await add({ company_name: `Firm ${n}` });
  expect(await ids("  ")).toEqual([]);
  expect(await ids("firm")).toHaveLength(6);
});

test("finds what was changed a moment ago", async () => {
  const { actor, add, ids } = await hunter();
  const made = await add({ company_name: "Before" });
  expect(await ids("before")).toEqual([made.id]);
  await updatePosting(actor, await getPosting(actor, made.id), { company_name: "After" });
  expect([await ids("before"), await ids("after")]).toEqual([[], [made.id]]);
});

test("an excerpt is of the text that says most around the word, as long as there is room for", async () => {
  const { actor, add } = await hunter();
  const job_description = `<p>${"Quiet work. ".repeat(8)}You write Node services${" all day".repeat(30)}.</p>`;
  await add({ company_name: "Larch", technology_stack: ["Node", "Postgres"], job_description });
  const [narrow] = (await searchAll(actor, "node")).job_posting;
  expect(shown(narrow?.excerpt)).toMatch(/^… write \[Node\] services all day .* …$/);
  const [wide] = (await searchAll(actor, "node", 6, lineRoom)).job_posting;
  expect(shown(wide?.excerpt)).toMatch(
    /^… .*Quiet work. You write \[Node\] services all day .* …$/,
  );
  expect(await countAll(actor, "node")).toMatchObject({
    job_posting: 1,
    job_site: 0,
    email_opportunity: 0,
    interview: 0,
  });
});

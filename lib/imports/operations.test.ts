import { beforeAll, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import { operations } from "../api.ts";
import { dayValue } from "../day-value.ts";
import { maxBodyBytes } from "../http/body.ts";
import { apiOf, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";
import { bytesIn, workbookOf } from "./testing.ts";

freshDatabase();
const send = apiOf(operations);
let token = "";

beforeAll(async () => {
  token = await tokenOf(send, "mover");
});

const list = `Company,Title,Applied,State
Larkspur,Tester,03/04/2026,Ghosted
Bracken & Co,Analyst,05/04/2026,Interview
`;

type Batch = {
  id: number;
  state: string;
  order: string | null;
  columns: { name: string; target: string }[];
  reasons: object[];
  rows: Record<string, number>;
  posting_count: number;
  encoding: string;
  notes: string[];
};

async function upload(contents: BlobPart, name = "../hunt.csv", more: Record<string, string> = {}) {
  const form = new FormData();
  form.set("file", new File([contents], name));
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  // Encoded first: an error response while the form is still being sent makes fetch fail.
  const sent = new Response(form);
  const headers = { "content-type": sent.headers.get("content-type") ?? "" };
  return send("POST", "/api/import_batch/", { token, headers, body: await sent.arrayBuffer() });
}

const patch = (path: string, json: object) =>
  send("PATCH", path, {
    token,
    json,
    headers: { "content-type": "application/merge-patch+json" },
  });

test("shows a day without a time as an instant, and keeps it a day where a client sends it back", async () => {
  const day = "Company,Title,Applied\nBracken Ltd,Account Lead,2026-03-14\n";
  const at = (await upload(day)).headers.get("location") ?? "";
  const planned = (await send("GET", `${at}/rows`, { token })).body as { posting: object }[];
  expect(planned[0]?.posting).toMatchObject({
    applied_at: expect.stringMatching(/^2026-03-1\d.*Z$/),
  });
  await send("POST", `${at}/commit`, { token, json: {} });
  const [brief] = (await send("GET", "/api/job_posting/", { token })).body as { id: number }[];
  const path = `/api/job_posting/${brief?.id}`;
  const { id, user, ...shown } = (await send("GET", path, { token })).body as Record<
    string,
    unknown
  >;
  expect(shown.applied_at).toMatch(/^2026-03-14T12:00:00[+-]\d\d:\d\d$/);
  const exact = `/api/job_posting/?applied_at=${encodeURIComponent(String(shown.applied_at))}`;
  expect((await send("GET", exact, { token })).body).toMatchObject([{ id }]);
  const stored = async () => (await getDb().select().from(jobPosting)).map((row) => row.applied_at);
  // A client that sends back what it read, but for what the documented API does not take empty.
  const filled = Object.entries(shown).filter(([, value]) => value !== "");
  const sent = { ...Object.fromEntries(filled), job_description: "Numbers" };
  const put = await send("PUT", path, { token, json: sent });
  expect(put.status, put.text).toBe(204);
  expect(await stored()).toEqual([dayValue("2026-03-14")]);
  await send("PUT", path, { token, json: { ...sent, applied_at: "2026-03-14T12:00:01Z" } });
  expect(await stored()).toEqual(["2026-03-14T12:00:01.000000Z"]);
  await send("DELETE", path, { token });
});

test("plans a file, corrects it, writes it once and undoes it", async () => {
  const made = await upload(list);
  expect(made.status).toBe(201);
  const at = made.headers.get("location") ?? "";
  const batch = made.body as Batch;
  expect(batch).toMatchObject({ file_name: "hunt.csv", state: "draft", rows: { attention: 2 } });

  const rows = await send("GET", `${at}/rows?verdict=attention&limit=1`, { token });
  expect(rows.body).toMatchObject([{ row_number: 2, posting: { company_name: "Larkspur" } }]);
  expect(rows.headers.get("link")).toContain('rel="next"');

  const read = await patch(at, { order: "dmy", statuses: { Ghosted: "3 - Rejected" } });
  expect(read.body).toMatchObject({ order: "dmy" });
  const again = await send("GET", `${at}/rows`, { token });
  expect(again.body).toMatchObject([{ posting: { posting_status: "3 - Rejected" } }, {}]);
  expect((await patch(at, { columns: ["company_name"] })).status).toBe(400);

  const written = await send("POST", `${at}/commit`, { token, json: {} });
  expect(written.body).toMatchObject({ state: "done", posting_count: 2 });
  expect((await send("POST", `${at}/commit`, { token, json: {} })).status).toBe(409);
  expect((await send("DELETE", at, { token })).status).toBe(409);
  const postings = await send("GET", "/api/job_posting/", { token });
  expect(postings.body).toMatchObject([{ company_name: "Larkspur" }, {}]);

  const undone = await send("POST", `${at}/undo`, { token });
  expect(undone.body).toMatchObject({ state: "undone" });
  expect((await send("GET", "/api/job_posting/", { token })).body).toEqual([]);
  expect((await send("POST", `${at}/undo`, { token })).status).toBe(409);
  const restored = await send("POST", `${at}/restore`, { token });
  expect(restored.body).toMatchObject({ state: "done", undone_at: null });
  expect((await send("GET", "/api/job_posting/", { token })).body).toHaveLength(2);
  expect((await send("POST", `${at}/restore`, { token })).status).toBe(409);
  await send("POST", `${at}/undo`, { token });
});

test("asks once about a column of days, and takes the answer", async () => {
  const unsent = ["Larkspur,Tester", "Bracken & Co,Analyst", "Teal Ltd,Welder"];
  const made = await upload(
    `Company,Title,Applied at,State\n${unsent.map((row) => `${row},2026-01-20,To apply`).join("\n")}`,
  );
  expect(made.body).toMatchObject({
    questions: [{ column: 2, kind: "day_or_status", chosen: "status" }],
    rows: { new: 3, attention: 0 },
  });
  const at = made.headers.get("location") ?? "";
  const answered = await patch(at, { answers: { day_or_status: "day" } });
  expect(answered.body).toMatchObject({ questions: [{ chosen: "day" }], rows: { new: 3 } });
  const rows = await send("GET", `${at}/rows?limit=1`, { token });
  expect(rows.body).toMatchObject([
    {
      posting: {
        applied_at: expect.stringContaining("2026-01-20"),
        posting_status: "4 - No Response",
      },
    },
  ]);

  const days = await upload(`Company,Title,Alpha,Beta,State
Larkspur,Tester,2026-01-05,2026-02-01,Applied
Bracken & Co,Analyst,2026-01-07,2026-02-03,Applied`);
  expect(days.body).toMatchObject({ questions: [{ kind: "applied_day", chosen: "2" }] });
  const other = await patch(days.headers.get("location") ?? "", { answers: { applied_day: "3" } });
  const columns = [{ target: "company_name" }, { target: "posting_title" }, { target: "" }];
  expect(other.body).toMatchObject({
    columns: [...columns, { target: "applied_at" }, { target: "posting_status" }],
    questions: [{ kind: "applied_day", chosen: "3" }],
  });
});

test("takes any word for a status, those that every object knows too", async () => {
  const words =
    "Company,Title,Applied,Status\nLarkspur,Tester,2026-01-20,constructor\nBracken,Tester,2026-01-21,Applied\n";
  const made = await upload(words);
  const at = made.headers.get("location") ?? "";
  const word = { word: "constructor", count: 1, status: "" };
  expect(made.body).toMatchObject({ words: expect.arrayContaining([word]) });
  const rows = await send("GET", `${at}/rows`, { token });
  expect(rows.body).toMatchObject([{ verdict: "attention" }, {}]);
  const read = await patch(at, { statuses: { constructor: "3 - Rejected" } });
  expect(read.body).toMatchObject({ words: [{ status: "3 - Rejected" }, {}] });
});

test("discards a dry run", async () => {
  const at = (await upload(list)).headers.get("location") ?? "";
  expect((await send("DELETE", at, { token })).status).toBe(204);
  expect((await send("GET", at, { token })).status).toBe(404);
});

test("writes the rows that are said to be taken, and no repeat unless it is asked for", async () => {
  const doubtful = `Company,Title,Applied
Sedge,Tester,2026-01-20
Sedge,Tester,2026-01-20
,Weaver,2026-01-21
,Welder,2026-01-22
`;
  const commit = async (taken: object, body: object) => {
    const at = (await upload(doubtful)).headers.get("location") ?? "";
    const changed = await patch(at, { taken });
    const written = await send("POST", `${at}/commit`, { token, json: body });
    await send("POST", `${at}/undo`, { token });
    return [(changed.body as Batch).reasons, (written.body as Batch).posting_count];
  };
  const reason = "There is no company.";
  const repeats = { kind: "It repeats a row above it.", rows: 1, taken: 0, left_out: 0 };
  expect(await commit({}, { attention: true })).toEqual([
    [repeats, { kind: reason, rows: 2, taken: 0, left_out: 0 }],
    3,
  ]);
  expect((await commit({}, { attention: true, repeats: true }))[1]).toBe(4);
  expect(await commit({ reasons: { [reason]: true }, rows: { 5: false, 3: true } }, {})).toEqual([
    [
      { ...repeats, taken: 1 },
      { kind: reason, rows: 2, taken: 1, left_out: 1 },
    ],
    3,
  ]);
  const at = (await upload(doubtful)).headers.get("location") ?? "";
  expect((await patch(at, { taken: { rows: { "-1": true } } })).status).toBe(400);
});

test("asks which sheet to read", async () => {
  const row = (...cells: string[]) =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
  const rows = row("Company", "Title", "Date Applied") + row("Larkspur", "Tester", "2026-01-20");
  const sheet = `<sheetData>${rows}</sheetData>`;
  const book = Buffer.from(workbookOf({ Mine: sheet, Hers: sheet }));
  const asked = await upload(book, "both.xlsx");
  expect(asked).toMatchObject({ status: 400, body: { sheet: [expect.stringContaining("Mine")] } });
  expect((await upload(book, "both.xlsx", { sheet: "Hers" })).status).toBe(201);
});

test("accepts files of 12 MB, and refuses larger ones, text fields and files without a list", async () => {
  const row = `Larkspur,${"x".repeat(9_000)},2026-01-20,Applied\n`;
  const large = list + row.repeat(Math.floor((maxBodyBytes.files - 4_000) / row.length));
  expect((await upload(large)).status).toBe(201);
  expect((await upload(large + row.repeat(2))).status).toBe(413);
  const text = await send("POST", "/api/import_batch/", { token, json: { file: "a,b" } });
  expect(text).toMatchObject({ status: 400, body: { file: ["Send the spreadsheet as a file."] } });
  expect((await upload("%PDF-1.7")).status).toBe(400);
});

test("reads a file again in the encoding that the person names, as often as they like", async () => {
  const file = "Firma;Stelle;Datum;Status\nЯсень;Koch;14.03.2025;Absage\n";
  const made = await upload(bytesIn(file, "windows-1251") as Uint8Array<ArrayBuffer>);
  const at = made.headers.get("location") ?? "";
  expect(made.body).toMatchObject({ encoding: "windows-1251", rows: { new: 1 } });
  const companies = async () => {
    const { body } = await send("GET", `${at}/rows`, { token });
    return (body as { posting: { company_name: string } }[]).map(
      ({ posting }) => posting.company_name,
    );
  };
  expect((await patch(at, { encoding: "koi8-r" })).body).toMatchObject({ encoding: "koi8-r" });
  expect(await companies()).toEqual(["ъЯЕМЭ"]);
  const columns = ["company_name", "", "applied_at", "posting_status"];
  const again = await patch(at, { encoding: "windows-1251", columns });
  expect(again.body).toMatchObject({
    encoding: "windows-1251",
    columns: [{}, { target: "" }, {}, {}],
  });
  expect(await companies()).toEqual(["Ясень"]);
  expect((await patch(at, { encoding: "utf-7" })).status).toBe(400);
});

test("an encoding that the file itself tells cannot be changed", async () => {
  const made = await upload("Firma;Stelle\nMüller;Koch\n");
  const at = made.headers.get("location") ?? "";
  const { status, body } = await patch(at, { encoding: "windows-1252" });
  expect([status, body]).toEqual([400, { encoding: [expect.stringContaining("known")] }]);
});

test("says what was left out of a sheet", async () => {
  const made = await upload(`Company,Title,,Status,Count
Ash,Cook,,Applied,2
Elm,Clerk,,Rejected,0
Fir,Maker,,,
Yew,Driver,,,
`);
  expect((made.body as Batch).notes).toEqual(["Columns D to E are a summary, and were left out."]);
});

import { equal } from "node:assert/strict";
import { largeFiles, manyApplications } from "./files.ts";
import type { Headers } from "./rows.ts";
import type { Sizes } from "./sizes.ts";
import type { Target } from "./target.ts";

const path = "/api/import_batch/";

/** Uploads a file of each kind, and takes a long list through all that can be done with an import. */
export async function importLargeFiles(
  target: Target,
  browser: Headers,
  sizes: Sizes,
): Promise<void> {
  for (const [name, make] of largeFiles(sizes)) {
    const id = await upload(target, name, make());
    if (id === undefined) continue;
    await look(target, name, id, browser);
    await target.send(`${name}: discarded`, path + id, { method: "DELETE" });
  }
  const name = "a long list";
  const id = await upload(target, name, manyApplications(sizes));
  if (id === undefined) throw new Error("a long list could not be read");
  await look(target, name, id, browser);
  for (const [change, body] of changes(sizes)) {
    const headers = { "content-type": "application/merge-patch+json" };
    const sent = { method: "PATCH", headers, body: JSON.stringify(body) };
    const { status, text } = await target.send(`${name}: ${change}`, path + id, sent);
    equal(status, 200, text);
  }
  for (const step of ["commit", "undo", "restore", "undo"]) {
    const words = `${name}: ${step}`;
    const { status, text } = await target.send(words, `${path + id}/${step}`, {
      method: "POST",
      once: true,
    });
    equal(status, 200, text);
  }
}

function changes({ rows }: Sizes): [name: string, body: object][] {
  const count = Math.min(rows / 10, 1_000);
  const words = Array.from({ length: count }, (_, at) => [`word ${at * 10}`, "3 - Rejected"]);
  const numbers = words.map((_, at) => [at + 2, true]);
  return [
    ["many words", { statuses: Object.fromEntries(words), order: "dmy" }],
    ["another encoding", { encoding: "windows-1252" }],
    ["many rows", { taken: { rows: Object.fromEntries(numbers) } }],
  ];
}

/** Sends a file; gives the id of the dry run, if it became one. */
async function upload(target: Target, name: string, contents: BlobPart) {
  const body = new FormData();
  body.set("file", new File([contents], "hunt"));
  const { status, text } = await target.send(`${name}: read`, path, { method: "POST", body });
  return status === 201 ? Number(JSON.parse(text).id) : undefined;
}

async function look(target: Target, name: string, id: number, headers: Headers) {
  await target.send(`${name}: what was read`, path + id, {});
  await target.send(`${name}: its rows`, `${path + id}/rows?limit=100`, {});
  for (const page of [`/import/${id}`, `/import/${id}/rows`])
    await target.send(`${name}: ${page.replace(String(id), "[id]")}`, page, { headers });
}

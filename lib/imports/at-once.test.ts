import { expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();
const send = apiOf(operations);

test("eight files that are sent at once are each planned and imported", async () => {
  const token = await tokenOf(send, "mover");
  const upload = async (_: unknown, at: number) => {
    const rows = Array.from({ length: 300 }, (_, row) => `Company ${at},Title ${row},2026-03-14`);
    const form = new FormData();
    form.set("file", new File([["Company,Title,Applied", ...rows].join("\n")], `hunt-${at}.csv`));
    const sent = new Response(form);
    const headers = { "content-type": sent.headers.get("content-type") ?? "" };
    const body = await sent.arrayBuffer();
    const planned = await send("POST", "/api/import_batch/", { token, headers, body });
    const path = `${planned.headers.get("location")}/commit`;
    const written = await send("POST", path, { token, json: {} });
    return [planned.status, written.status, written.body];
  };
  const answers = await Promise.all(Array.from({ length: 8 }, upload));
  const each = [201, 200, expect.objectContaining({ state: "done", posting_count: 300 })];
  expect(answers).toEqual(Array.from({ length: 8 }, () => each));
});

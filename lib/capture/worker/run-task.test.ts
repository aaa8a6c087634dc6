import { afterAll, expect, test } from "vitest";
import { endWorker, extractInWorker, maxInputChars, runTask } from "./run-task.ts";

afterAll(endWorker);

const posting = (description: string) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Baker",
  "hiringOrganization":{"name":"Larch Foods"},"description":${description}}</script>`;
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

test("a page is read beside the event loop, by one worker in turn", async () => {
  const pages = Array.from({ length: 8 }, () => extractInWorker({ html: posting('"Bread"') }));
  for (const { is_list } of await Promise.all(pages)) expect(is_list).toBe(false);
});

test.each([
  ["nested JSON", () => posting(nested(5_000))],
  ["a script's end within JSON", () => posting('"</script><script>alert(1)</script>"')],
  ["200 blocks", () => posting('"Bread"').repeat(200)],
  ["scripts and handlers", () => '<img onerror="x()" src=x><script>x()</script>'.repeat(2_000)],
  ["nested elements", () => "<div>".repeat(50_000)],
  ["addresses of scripts", () => '<a href="javascript:x()">x</a><a href="data:text/html,x">y</a>'],
])("%s gives what is safely known, or a sentence", async (_name, html) => {
  const read = await extractInWorker({ html: html() }).catch((error) => error);
  if (read instanceof Error) expect(read.message).toMatch(/^This .+ Paste only the part/);
  else expect(JSON.stringify(read)).not.toMatch(/<script|onerror|javascript:|data:text/i);
});

test("20 MB of HTML are refused with a sentence", async () => {
  const html = "<p>x</p>".repeat(2_500_000);
  await expect(extractInWorker({ html })).rejects.toThrow("Paste only the part");
  const whole = await extractInWorker({ text: "x ".repeat(maxInputChars / 2) }).catch((e) => e);
  expect(whole).toBeTruthy();
});

test("what takes too long ends with its worker, and the next one works", async () => {
  const input = { html: "<p>x".repeat(200_000) };
  await endWorker();
  await expect(runTask({ kind: "extract", input }, { limitMs: 1 })).rejects.toThrow(
    "takes too long",
  );
  expect((await extractInWorker({ text: "x" })).is_list).toBe(false);
});

test("who leaves stops the work", async () => {
  const leave = new AbortController();
  const read = runTask({ kind: "extract", input: { text: "x" } }, { signal: leave.signal });
  leave.abort();
  await expect(read).rejects.toThrow();
  expect((await extractInWorker({ text: "x" })).is_list).toBe(false);
});

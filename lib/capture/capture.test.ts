import { afterAll, expect, test } from "vitest";
import type { Actor } from "../accounts/auth/actor.ts";
import { capture } from "./capture.ts";
import { FetchFailure, type FetchReason } from "./fetch/failure.ts";
import { endWorker, maxInputChars } from "./worker/run-task.ts";

process.env.AUTH_SECRET = "a secret that only tests use";
process.env.RATE_LIMITS = "off";
afterAll(endWorker);

const actor = { user_id: 1 } as Actor;
const url = "https://larch.example/jobs/baker";

test.each(["refused", "sign_in", "gone", "slow", "private", "no_text"] as FetchReason[])(
  "a page that is %s gives what its address says, and why there is no more",
  async (reason) => {
    const failure = new FetchFailure(reason);
    const read = await capture(actor, { url }, { fetch: () => Promise.reject(failure) });
    expect(read.note).toBe(failure.message);
    expect(read.is_list).toBe(false);
  },
);

test("a page that was given is not fetched", async () => {
  const fetch = () => Promise.reject(new Error("fetched"));
  expect((await capture(actor, { url, html: "<title>Baker</title>" }, { fetch })).note).toBeNull();
  expect((await capture(actor, { url, text: "Baker" }, { fetch })).note).toBeNull();
});

test("an address alone is fetched, once", async () => {
  const fetched: string[] = [];
  const fetch = async (address: string) => {
    fetched.push(address);
    return { url: address, text: "<title>Baker</title>" };
  };
  expect((await capture(actor, { url }, { fetch })).note).toBeNull();
  expect(fetched).toEqual([url]);
});

test("a page that is too much to read gives its address and a sentence", async () => {
  const fetch = async (address: string) => ({ url: address, text: "x".repeat(maxInputChars + 1) });
  expect((await capture(actor, { url }, { fetch })).note).toContain("more than could be read");
});

test("what a page shows, and where it was in the end, is told beside what was read", async () => {
  const text = "<title>Baker</title><script>no</script><p>No longer accepting applications.</p>";
  const fetch = async () => ({ url: `${url}-2`, text });
  const { page } = await capture(actor, { url }, { fetch });
  const words = "No longer accepting applications.";
  expect(page).toEqual({ status: 200, address: `${url}-2`, words });
  const gone = { fetch: () => Promise.reject(new FetchFailure("gone")) };
  expect((await capture(actor, { url }, gone)).page?.status).toBe(404);
  const refused = { fetch: () => Promise.reject(new FetchFailure("refused")) };
  expect((await capture(actor, { url }, refused)).page).toBeUndefined();
});

test("a board's data is asked for as JSON, and its page where there is none", async () => {
  const asked: unknown[] = [];
  const fetch = async (address: string, { wants }: { wants?: string } = {}) => {
    asked.push([new URL(address).hostname, wants]);
    if (wants === "json") throw new FetchFailure("fault");
    return { url: address, text: "<title>Baker</title>" };
  };
  await capture(
    actor,
    { url: "https://jobs.lever.co/larch/0a1b2c3d-0000-4000-8000-000000000000" },
    { fetch },
  );
  expect(asked).toEqual([
    ["api.lever.co", "json"],
    ["jobs.lever.co", undefined],
  ]);
});

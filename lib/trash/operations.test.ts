import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Got, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();
const send = apiOf(operations);
let token = "";

beforeAll(async () => {
  token = await tokenOf(send, "tidy");
});

const nextOf = ({ headers }: Got) => /<([^>]*)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];

async function walk(first: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let path: string | undefined = first; path; ) {
    const page: Got = await send("GET", path, { token });
    expect((page.body as unknown[]).length).toBeLessThanOrEqual(2);
    seen.push(...(page.body as unknown[]));
    path = nextOf(page);
  }
  return seen;
}

test("lists the trash whole and in pages, each thing once", async () => {
  for (let i = 0; i < 5; i++) {
    const site = await send("POST", "/api/job_site/", { token, json: { site_name: `Site ${i}` } });
    const offer = await send("POST", "/api/email_opportunity/", {
      token,
      json: {
        job_title: `Job ${i}`,
        opportunity_status: "1 - Actively Engaged",
        recruiter_name: "R",
        recruiter_company: "C",
      },
    });
    await send("DELETE", site.headers.get("location") ?? "", { token });
    await send("DELETE", offer.headers.get("location") ?? "", { token });
  }
  const all = (await send("GET", "/api/trash/", { token })).body as { deleted_at: string }[];
  expect(all).toHaveLength(10);
  expect(await walk("/api/trash/?limit=2")).toEqual(all);
});

test("lists tokens in pages too", async () => {
  for (const name of ["one", "two", "three"]) {
    await send("POST", "/api/personal_token/", { token, json: { name, scopes: ["read"] } });
  }
  const all = (await send("GET", "/api/personal_token/", { token })).body;
  expect(await walk("/api/personal_token/?limit=2")).toEqual(all);
  const wrong = await send("GET", "/api/personal_token/?cursor=x", { token });
  expect(wrong).toMatchObject({ status: 400, body: { cursor: [expect.any(String)] } });
});

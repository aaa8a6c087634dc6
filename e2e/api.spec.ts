import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import createClient from "openapi-fetch";
import { withBase } from "../lib/base-path.ts";
import type { paths } from "./api-types.d.ts";
import { expect, password, test } from "./fixtures.ts";

const run = promisify(execFile);

test("the ten-line example of docs/api.md works as written", async ({ baseURL }) => {
  const [, lines = ""] = /```sh\n([\s\S]+?)```/.exec(readFileSync("docs/api.md", "utf8")) ?? [];
  expect(lines.trim().split("\n")).toHaveLength(10);
  const env = { ...process.env, FOOTHOLD: baseURL };
  const { stdout } = await run("sh", ["-euc", lines], { env });
  expect(stdout).toContain("User successfully registered.");
  const report = JSON.parse(stdout.slice(stdout.lastIndexOf('{"report_name"')));
  expect(report.report_data).toEqual([{ site_name: "Fern & Field careers", site_count: 1 }]);
});

test("a typed client creates, pages, updates and deletes", async ({ baseURL, person }) => {
  const open = createClient<paths>({ baseUrl: baseURL });
  const { data: pair } = await open.POST("/api/token", {
    body: { username: person.username, password },
  });
  const api = createClient<paths>({
    baseUrl: baseURL,
    headers: { authorization: `Bearer ${pair?.access}` },
  });
  for (const site_name of ["Birch", "Alder", "Cedar"]) {
    const { data, response } = await api.POST("/api/job_site", { body: { site_name } });
    expect(response.headers.get("location")).toBe(withBase(`/api/job_site/${data?.id}`));
  }
  const first = await api.GET("/api/job_site", {
    params: { query: { limit: 2, ordering: "site_name" } },
  });
  expect(first.data?.map(({ site_name }) => site_name)).toEqual(["Alder", "Birch"]);
  expect(first.response.headers.get("link")).toContain('rel="next"');

  const path = { id: first.data?.[0]?.id ?? 0 };
  const read = await api.GET("/api/job_site/{id}", { params: { path } });
  const etag = read.response.headers.get("etag") ?? "";
  const change = (rating: number) =>
    api.PUT("/api/job_site/{id}", {
      params: { path, header: { "If-Match": etag } },
      body: { rating },
    });
  expect((await change(4)).response.status).toBe(204);
  expect((await change(5)).response.status).toBe(412);

  const wrong = await api.POST("/api/job_site", { body: { site_name: "x".repeat(65) } });
  expect(wrong.error).toEqual({
    site_name: ["Ensure this field has no more than 64 characters."],
  });
  await api.DELETE("/api/job_site/{id}", { params: { path } });
  const gone = await api.GET("/api/job_site/{id}", { params: { path } });
  expect(gone.response.status).toBe(404);
});

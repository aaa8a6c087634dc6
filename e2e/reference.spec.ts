import { withBase } from "../lib/base-path.ts";
import { expect, test } from "./fixtures.ts";

test("the API reference shows an operation and sends it with the session's cookie", async ({
  page,
  baseURL,
  person,
}) => {
  const elsewhere: string[] = [];
  const broken: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  await page.goto("/api/docs#tag/people/GET/api/me");
  await expect(page.getByRole("heading", { name: "The calling user" })).toBeVisible();
  await page.getByRole("button", { name: /test request.*\/api\/me/i }).click();
  const responsePromise = page.waitForResponse(
    (got) => new URL(got.url()).pathname === withBase("/api/me"),
  );
  await page.getByRole("button", { name: /^send/i }).first().click();
  const response = await responsePromise;
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ username: person.username });
  await expect(page.getByText("200 OK").first()).toBeVisible();
  expect(elsewhere).toEqual([]);
  expect(broken).toEqual([]);
});

test("its script is cached by the browser", async ({ request }) => {
  const page = await request.get("/api/docs");
  const [, address = ""] = /src="([^"]+)"/.exec(await page.text()) ?? [];
  const script = await request.get(address);
  expect(script.status()).toBe(200);
  expect(script.headers()["cache-control"]).toContain("immutable");
  expect(script.headers()["content-encoding"]).toBe("br");
});

import { globSync } from "node:fs";
import { addRows } from "./actions/victim.ts";
import { expect, test } from "./fixtures.ts";
import { pages, routes, withRow } from "./pages/addresses.ts";

const samplePages = [
  "/dashboard",
  "/postings",
  "/postings/new",
  "/add",
  "/reports/weeks",
  "/settings/security",
];

test("the CSP lets pages run only their own scripts", async ({ page, person: _ }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  const nonces = new Set<string>();
  for (const address of samplePages) {
    const response = await page.goto(address);
    const policy = response?.headers()["content-security-policy"] ?? "";
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scripts).not.toContain("unsafe");
    nonces.add(/'nonce-([^']+)'/.exec(scripts)?.[1] ?? "");
    expect(policy).toContain("frame-ancestors 'none'");
    await page.waitForLoadState("load");
  }
  expect(nonces.size).toBe(samplePages.length);
  expect(refused).toEqual([]);

  // Inline scripts, as an injection would add them.
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'owned'";
    document.body.append(script);
    const image = document.createElement("img");
    image.setAttribute("onerror", "document.title = 'owned'");
    image.src = "/nowhere.png";
    document.body.append(image);
  });
  await expect.poll(() => refused.length).toBeGreaterThan(1);
  await expect(page).not.toHaveTitle("owned");
});

const commonHeaders = {
  "x-content-type-options": "nosniff",
  // Some URLs contain a secret key.
  "referrer-policy": /^(same-origin|no-referrer)$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

test("every page, route and file has its security headers", async ({
  context,
  person,
  request,
}) => {
  const rows = await addRows(person);
  const ids = {
    postings: rows.posting,
    sites: rows.site,
    opportunities: rows.opportunity,
    import: rows.draft,
  };
  const addresses = [...pages(), ...routes()].map((path) => withRow(path, ids));
  const style = globSync(".next/static/**/*.css")[0]?.replace(".next", "/_next") ?? "";
  const wrong: string[] = [];
  for (const client of [context.request, request]) {
    for (const address of [...addresses, style, "/nowhere", "/api/nowhere", "/_next/nowhere.js"]) {
      const response = await client.get(address, { maxRedirects: 0 });
      const headers = response.headers();
      for (const [name, value] of Object.entries(commonHeaders)) {
        const fits =
          typeof value === "string" ? headers[name] === value : value.test(headers[name] ?? "");
        if (!fits) wrong.push(`${address} (${response.status()}): ${name}: ${headers[name]}`);
      }
      if (headers["x-powered-by"]) wrong.push(`${address} says what it is built with`);
      const html = headers["content-type"]?.startsWith("text/html");
      if (!headers["content-security-policy"]?.includes("frame-ancestors 'none'")) {
        wrong.push(`${address} (${response.status()}) can be framed`);
      }
      const own = client === context.request && html && !address.startsWith("/api/");
      if (own && !/no-store|no-cache/.test(headers["cache-control"] ?? "")) {
        wrong.push(`${address} may be kept: ${headers["cache-control"]}`);
      }
      if (response.status() >= 500) wrong.push(`${address}: ${response.status()}`);
    }
  }
  expect(wrong).toEqual([]);
});

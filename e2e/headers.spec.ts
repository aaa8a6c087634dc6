import { expect, test } from "./fixtures.ts";

const pages = ["/dashboard", "/postings", "/postings/new", "/reports/weeks", "/settings/security"];

test("pages run no script but their own", async ({ page, person: _ }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  const nonces = new Set<string>();
  for (const address of pages) {
    const answer = await page.goto(address);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scripts).not.toContain("unsafe");
    nonces.add(/'nonce-([^']+)'/.exec(scripts)?.[1] ?? "");
    expect(policy).toContain("frame-ancestors 'none'");
    await page.waitForLoadState("load");
  }
  expect(nonces.size).toBe(pages.length);
  expect(refused).toEqual([]);

  // What a hole in our own markup would let in.
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

import { deepEqual, equal, ok } from "node:assert/strict";
import { chromium, expect, type Page } from "@playwright/test";
import { newAccount, registerPage, signInPage, signOut } from "../../e2e/pages/sign-in.ts";
import { ensureBrowser } from "../../scripts/browser.ts";
import { neighbour } from "./proxies.ts";

const hunt = `Company,Title,Applied
Quillwerk,Developer,2026-02-13
Tidemark,Lead,2026-03-05
`;

/** Does the main job at an address below a path, as a person and as a client of the API. Throws where anything leaves it. */
export async function journey(url: string): Promise<void> {
  const { origin, pathname: base } = new URL(url);
  const isBelow = (address: string) => {
    const at = new URL(address);
    return at.origin !== origin || at.pathname === base || at.pathname.startsWith(`${base}/`);
  };
  const browser = await chromium.launch({
    executablePath: (await ensureBrowser()) || undefined,
    // Else no service worker behind Caddy's own certificate.
    args: ["--ignore-certificate-errors"],
  });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const strays: string[] = [];
    context.on("request", (sent) => isBelow(sent.url()) || strays.push(sent.url()));
    const page = await context.newPage();
    const account = newAccount("ada");
    await signUpAndIn(page, url, account);
    await fillIn(page, url);
    await checkApp(page, url);
    await callApi(page, url, account);
    deepEqual(strays, []);
    const cookies = await context.cookies();
    deepEqual([...new Set(cookies.map(({ path }) => path))], [base]);
    const isSecure = origin.startsWith("https:");
    ok(
      cookies.some(({ name }) => name === `${isSecure ? "__Secure-" : ""}next-auth.session-token`),
    );
    for (const path of ["/", "/dashboard", `${base}x`, "/api/health"])
      equal(await (await context.request.get(origin + path)).text(), neighbour);
  } finally {
    await browser.close();
  }
}

async function signUpAndIn(page: Page, url: string, account: ReturnType<typeof newAccount>) {
  await page.goto(url);
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await expect(page).toHaveURL(`${url}/login`);
  await page.goto(`${url}/register`);
  await registerPage(page).register(account);
  await expect(page).toHaveURL(`${url}/dashboard`);
  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  // Else the page that the worker keeps may go while the next session has begun.
  const workers = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(workers).toBe(0);
  await page.goto(`${url}/postings`);
  await expect(page).toHaveURL(`${url}/login?next=%2Fpostings`);
  await signInPage(page).signIn(account.username, account.password);
  await expect(page).toHaveURL(`${url}/postings`);
}

async function fillIn(page: Page, url: string) {
  await page.goto(`${url}/postings/new`);
  await page.getByLabel("Title").fill("Harbour Pilot");
  await page.getByLabel("Company").fill("Tern Shipping");
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page).toHaveURL(`${url}/postings/1`);
  await page.goto(`${url}/postings`);
  await page.getByRole("link", { name: "Tern Shipping" }).first().click();
  await expect(page).toHaveURL(`${url}/postings/1`);

  await page.goto(`${url}/import`);
  const file = { name: "hunt.csv", mimeType: "text/csv", buffer: Buffer.from(hunt) };
  await page.getByLabel("Spreadsheet").setInputFiles(file);
  await page.getByRole("button", { name: /^Import 2 postings$/ }).click();
  await page.goto(`${url}/postings?q=Tidemark`);
  await expect(page.getByRole("link", { name: "Tidemark" }).first()).toBeVisible();
}

async function checkApp(page: Page, url: string) {
  const base = new URL(url).pathname;
  const link = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(new URL(link ?? "", url).href)).json();
  deepEqual([manifest.start_url, manifest.scope], [`${base}/dashboard`, `${base}/`]);
  equal(manifest.share_target.action, `${base}/add`);
  for (const { src } of manifest.icons) ok((await page.request.get(new URL(src, url).href)).ok());
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  equal(scope, `${url}/`);
  // Without a network, the page that the worker keeps.
  await page.context().setOffline(true);
  await page.goto(`${url}/postings`);
  await expect(page.getByText(/offline|can’t be reached/i).first()).toBeVisible();
  await page.context().setOffline(false);
  await page.goto(`${url}/settings/browser`);
  const bookmark = page.getByRole("link", { name: "Save to Foothold" });
  await expect(bookmark).toHaveAttribute("href", new RegExp(encodeURIComponent(url)));
}

async function callApi(
  { request }: Page,
  url: string,
  { username, password }: ReturnType<typeof newAccount>,
) {
  const signedIn = await request.post(`${url}/api/token/`, { data: { username, password } });
  const { access } = await signedIn.json();
  const headers = { authorization: `Bearer ${access}` };
  const data = { site_name: "Birch" };
  const made = await request.post(`${url}/api/job_site/`, { headers, data });
  const location = made.headers().location ?? "";
  ok(location.startsWith(`${new URL(url).pathname}/api/job_site/`), location);
  const read = await request.get(new URL(location, url).href, { headers });
  equal((await read.json()).site_name, "Birch");
  const description = await (await request.get(`${url}/api/openapi.json`)).json();
  equal(description.servers[0].url, new URL(url).pathname);
  ok((await request.get(`${url}/api/docs`)).ok());
}

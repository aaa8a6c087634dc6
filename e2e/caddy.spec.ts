import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { basePath, cookiePath } from "../lib/base-path.ts";
import { hasCaddy, prepareCaddy } from "../scripts/caddy.ts";
import { expect, password, test } from "./fixtures.ts";
import { registerPage, signInPage, signOut } from "./pages/sign-in.ts";
import { startTestServer } from "./test-server.ts";

test.use({ signedIn: false, ignoreHTTPSErrors: true });

let url = "";
let stop = async () => {};
test.beforeAll(async () => {
  test.setTimeout(300_000);
  test.skip(!process.env.CI && !(await hasCaddy()), "Caddy is not here: apt-get install caddy");
  const scratch = mkdtempSync(join(tmpdir(), "foothold-caddy-"));
  const caddy = await prepareCaddy(scratch);
  url = caddy.url + basePath;
  const server = await startTestServer({ PUBLIC_URL: url, TRUST_PROXY: "on", RATE_LIMITS: "on" });
  stop = async () => {
    await caddy.stop();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  };
  await caddy.start(Number(new URL(server.url).port));
});
test.afterAll(() => stop());

test("behind Caddy all pages and cookies use HTTPS", async ({ page, context }) => {
  const account = { first: "Noor", last: "Haddad", email: "noor@example.org", username: "noor" };
  await page.goto(`${url}/register`);
  await registerPage(page).register({ ...account, password });
  await expect(page).toHaveURL(`${url}/dashboard`);
  const cookies = await context.cookies();
  const prefix = basePath ? "__Secure-" : "__Host-";
  const session = cookies.find(({ name }) => name === `${prefix}next-auth.session-token`);
  const attributes = { secure: true, httpOnly: true, sameSite: "Lax", path: cookiePath };
  expect(session).toMatchObject(attributes);
  expect(cookies.filter(({ secure }) => !secure)).toEqual([]);

  await page.goto(`${url}/postings/new`);
  await page.getByLabel("Title").fill("Harbour Pilot");
  await page.getByLabel("Company").fill("Tern Shipping");
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page).toHaveURL(`${url}/postings/1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tern Shipping");

  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto(`${url}/postings`);
  await expect(page).toHaveURL(`${url}/login?next=%2Fpostings`);
  await signInPage(page).signIn(account.username, password);
  await expect(page).toHaveURL(`${url}/postings`);
  await expect(page.getByRole("link", { name: "Tern Shipping" })).toBeVisible();
});

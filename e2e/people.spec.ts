import { randomBytes } from "node:crypto";
import { logSecurityEvent } from "../lib/accounts/security-log.ts";
import { expectAccessible } from "./axe.ts";
import { expect, password, signIn, test } from "./fixtures.ts";
import { registerPage, signInPage, signOut, signOutButton } from "./pages/sign-in.ts";
import { startTestServer } from "./test-server.ts";

const newAccount = () => {
  const username = `n${randomBytes(6).toString("hex")}`;
  return { first: "Noor", last: "Haddad", email: `${username}@example.org`, username, password };
};

test.describe("a signed-out visitor", () => {
  test.use({ signedIn: false });

  test("registers, signs out, and returns to the requested page", async ({ page }) => {
    const account = newAccount();
    await page.goto("/");
    await page.getByRole("link", { name: "Create an account" }).click();
    await registerPage(page).register(account);
    await expect(page).toHaveURL(/\/dashboard$/);

    await page.goto("/");
    await expect(page).toHaveURL(/\/dashboard$/);
    await signOut(page);
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

    await page.goto("/settings/profile?from=here");
    await expect(page).toHaveURL(/\/login\?next=/);
    await signInPage(page).signIn(account.username, account.password);
    await expect(page).toHaveURL(/\/settings\/profile\?from=here$/);
    await expect(page.getByLabel("E-mail")).toHaveValue(account.email);
  });

  test("sees a message at each invalid field of the registration form", async ({
    page,
    person,
  }) => {
    const form = registerPage(page);
    await page.goto("/register");
    const weak = { ...newAccount(), first: "", password: "Correct horse" };
    await form.register({ ...weak, email: "nowhere", username: "two words" });
    const message = (label: string) =>
      form.field(label).evaluate((input) => {
        const ids = input.getAttribute("aria-describedby")?.split(" ") ?? [];
        return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
      });
    await expect(page.locator("#register-password-error")).toContainText("It needs a digit");
    expect(await message("First name")).not.toContain("fill this in");
    expect(await message("E-mail")).toContain("Enter a valid email address.");
    expect(await message("User name")).toContain("Enter a valid username.");
    await expect(form.field("Last name")).toHaveValue("Haddad");

    await form.register({ ...newAccount(), email: person.email.toUpperCase() });
    await expect.poll(() => message("E-mail")).toContain("Email address is already registered.");
    await form.register({ ...newAccount(), username: person.username });
    await expect.poll(() => message("User name")).toContain("Username already exists.");
  });

  test("sees what a password still needs while typing it, and any character is special", async ({
    page,
  }) => {
    await page.goto("/register");
    const needs = page.getByRole("list", { name: "A password needs" });
    const missing = () => needs.getByRole("listitem").filter({ hasText: "missing" });
    await expect(missing()).toHaveCount(5);
    await page.getByLabel("Password", { exact: true }).pressSequentially("Correct-Horse-");
    await expect(missing()).toHaveText(/a digit/);
    await registerPage(page).register({ ...newAccount(), first: "", password: "Correct-Horse-9" });
    await expect(page).toHaveURL(/\/dashboard$/);
  });

  test("gets the same message for an unknown name and for a wrong password", async ({
    page,
    person,
  }) => {
    const form = signInPage(page);
    await page.goto("/login");
    await form.signIn(person.username, "wrong");
    await expect(form.refusal).toBeFocused();
    const answer = await form.refusal.textContent();
    await expect(form.name).toHaveValue(person.username);
    await page.goto("/login");
    await form.signIn("nobody-at-all", "wrong");
    await expect(form.refusal).toHaveText(answer ?? "");
    await expect(page).toHaveURL(/\/login$/);
  });

  test("is never redirected to another site", async ({ page, person }) => {
    await page.goto(`/login?next=${encodeURIComponent("//elsewhere.example/x")}`);
    await signInPage(page).signIn(person.username, password);
    await expect(page).toHaveURL(/\/dashboard$/);
  });

  test("signs in and out by keyboard alone", async ({ page, person }) => {
    await page.goto("/login");
    await expect(signInPage(page).name).toBeFocused();
    await page.keyboard.type(person.username);
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/dashboard$/);
    const out = signOutButton(page);
    for (let step = 0; step < 60; step += 1) {
      if (await out.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  });

  test("signs in without any script", async ({ browser, baseURL, person }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/login?next=/settings/security");
    await signInPage(page).signIn(person.username, "wrong");
    await expect(signInPage(page).refusal).toBeVisible();
    await signInPage(page).signIn(person.username, password);
    await expect(page).toHaveURL(/\/settings\/security$/);
    await context.close();
  });

  test("registers, adds a posting and signs out without any script", async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/register");
    await registerPage(page).register(newAccount());
    await expect(page).toHaveURL("/dashboard");
    await page.goto("/postings/new");
    await page.locator("input[name=posting_title]").fill("Harbour Pilot");
    await page.locator("input[name=company_name]").fill("Tern Shipping");
    await page.getByRole("button", { name: "Add posting" }).click();
    await expect(page).toHaveURL(/\/postings\/\d+$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tern Shipping");
    await signOut(page);
    await expect(page).toHaveURL("/");
    await context.close();
  });

  test("is signed in at the address they typed", async ({ browser, person }) => {
    test.setTimeout(300_000);
    // Without the provider, which needs PUBLIC_URL below a base path.
    const { DATABASE_URL = "" } = process.env;
    const none = { PUBLIC_URL: "", SMTP_URL: "", MAIL_FROM: "", OIDC_ISSUER: "" };
    const provider = { OIDC_CLIENT_ID: "", OIDC_CLIENT_SECRET: "" };
    const server = await startTestServer({ DATABASE_URL, ...none, ...provider });
    for (const host of ["localhost", "127.0.0.1"]) {
      const url = server.url.replace("localhost", host);
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${url}/settings/security`);
      await signInPage(page).signIn(person.username, password);
      await expect(page).toHaveURL(`${url}/settings/security`);
      await expect(page.getByText("This device")).toBeVisible();
      const [cookie] = (await context.cookies()).filter((c) => c.name.includes("session-token"));
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: false });
      await context.close();
    }
    await server.stop();
  });

  test("can use next-auth's own sign-in and sign-out", async ({ request, person, baseURL }) => {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const enter = { csrfToken, username: person.username, password, json: "true" };
    await request.post("/api/auth/callback/credentials", { form: enter });
    const inside = await request.get("/settings/security", { maxRedirects: 0 });
    expect(inside.status()).toBe(200);
    const { cookies } = await request.storageState();
    const leave = { csrfToken, json: "true", callbackUrl: "/login?next=/postings" };
    const left = await request.post("/api/auth/signout", { form: leave });
    expect((await left.json()).url).toBe(`${baseURL}${leave.callbackUrl}`);
    const kept = cookies.find(({ name }) => name.includes("session-token"));
    const cookie = `${kept?.name}=${kept?.value}`;
    const session = await request.get("/api/auth/session", { headers: { cookie } });
    expect(await session.json()).toEqual({});
  });
});

test("ending another session ends it, and what was typed there is kept", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newContext({ baseURL });
  await signIn(elsewhere, person, baseURL);
  const other = await elsewhere.newPage();
  await other.goto("/settings/profile");
  await other.getByLabel("About you").fill("Half a sentence");
  const drafts = () =>
    other.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")));
  await expect.poll(drafts).toHaveLength(2);

  await page.goto("/settings/security");
  const rows = page.getByRole("region", { name: "Where you are signed in" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasNotText: "This device" }).getByRole("button").click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole("status").getByText("That device is signed out.")).toBeVisible();

  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("alert").getByText("You are signed out")).toBeVisible();
  await expect(other.getByLabel("About you")).toHaveValue("Half a sentence");
  await other.goto("/settings/security");
  await expect(other.getByText("Your session has ended.")).toBeVisible();
  // In the form it was kept; in the browser's storage it ends with the session.
  await expect.poll(drafts).toEqual([]);
  await signInPage(other).signIn(person.username, password);
  await expect(other).toHaveURL(/\/settings\/security$/);
  await elsewhere.close();
});

test("a form that outlives the sign-out keeps what was typed", async ({ page, context }) => {
  await page.goto("/settings/profile");
  await page.getByLabel("About you").fill("Half a sentence");
  const tab = await context.newPage();
  await tab.goto("/settings/security");
  await signOut(tab);
  await expect(tab.getByRole("link", { name: "Sign in" })).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByText("You are signed out")).toBeVisible();
  await expect(page.getByLabel("About you")).toHaveValue("Half a sentence");
  await page.getByRole("link", { name: "Security" }).click();
  await expect(page).toHaveURL(/\/login\?next=%2Fsettings%2Fsecurity$/);
});

test("a new password ends the other sessions and the old password", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newContext({ baseURL });
  await signIn(elsewhere, person, baseURL);
  const fresh = "Windy?Harbour43";
  await page.goto("/settings/security");
  // The style sheet of these rules was once loaded with the pages before the sign-in alone.
  const needs = page.getByRole("list", { name: "A password needs" });
  await expect(needs.getByRole("listitem").first()).toHaveCSS("display", "flex");
  const change = async (current: string, next: string) => {
    await page.getByLabel("Current password", { exact: true }).fill(current);
    await page.getByLabel("New password", { exact: true }).fill(next);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await change("not this one", "short");
  await expect(page.locator("#password-current_password-error")).toBeVisible();
  await expect(page.locator("#password-password-error")).toContainText("at least 12 characters");
  await change(password, fresh);
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("This device")).toBeVisible();

  const other = await elsewhere.newPage();
  await other.goto("/settings/security");
  await signInPage(other).signIn(person.username, password);
  await expect(signInPage(other).refusal).toBeVisible();
  await signInPage(other).signIn(person.username, fresh);
  await expect(other).toHaveURL(/\/settings\/security$/);
  await elsewhere.close();
});

test("the profile is saved, and dates are in its time zone", async ({ page, visitor }) => {
  const { person: other } = await visitor();
  await page.goto("/settings/profile");
  await page.getByLabel("Greeting").fill("Onwards");
  await page.getByLabel("First date").fill("2026-03-01");
  await page.getByLabel("Time zone").selectOption("Pacific/Auckland");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Greeting")).toHaveValue("Onwards");
  await expect(page.getByLabel("First date")).toHaveValue("2026-03-01");
  await expect(page.getByLabel("Time zone")).toHaveValue("Pacific/Auckland");

  await page.getByLabel("Greeting").fill("x".repeat(25));
  await page.getByLabel("E-mail").fill(other.email);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#profile-user_greeting-error")).toBeVisible();
  await page.getByLabel("Greeting").fill("Onwards");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#profile-email-error")).toContainText("already registered");
});

test("the colour mode changes at once and follows to another browser", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  await page.goto("/settings/appearance");
  await page.getByRole("radio", { name: /^Dark/ }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  const elsewhere = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const other = await elsewhere.newPage();
  await other.goto("/login?next=/settings/appearance");
  await signInPage(other).signIn(person.username, password);
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await elsewhere.close();
});

test("the account's activity is listed in pages", async ({ page, person, browser, baseURL }) => {
  await page.goto("/settings/activity");
  await expect(page.getByText("Nothing yet.")).toBeVisible();
  const elsewhere = await browser.newContext({ baseURL, locale: "en-US" });
  const other = await elsewhere.newPage();
  await other.goto("/login");
  await signInPage(other).signIn(person.username, "wrong");
  await expect(signInPage(other).refusal).toBeVisible();
  await signInPage(other).signIn(person.username, password);
  await expect(other).toHaveURL(/\/dashboard$/);
  await elsewhere.close();
  for (let i = 0; i < 60; i += 1) {
    await logSecurityEvent(person.id, "token_made", { address: "192.0.2.7" }, `Token ${i}`);
  }

  await page.goto("/settings/activity");
  const rows = page.getByRole("region", { name: "What happened" }).getByRole("listitem");
  await expect(rows).toHaveCount(50);
  await expect(rows.first()).toContainText("Made a token: Token 59");
  await expect(rows.first()).toContainText("from 192.0.2.7, today");
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/before=/);
  await expect(rows).toHaveCount(12);
  const signIns = rows.filter({ hasText: "Chrome on Linux" });
  await expect(signIns.filter({ hasText: "Signed in" })).toHaveCount(1);
  await expect(signIns.filter({ hasText: "with a wrong password" })).toHaveCount(1);
  await expect(page.getByText("That’s everything.")).toBeVisible();
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows.first()).toContainText("Token 59");
});

test("only admins see the list of users", async ({ page, visitor }) => {
  await page.goto("/admin/users");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);

  const { page: adminPage, person: admin } = await visitor({ is_staff: true });
  await adminPage.goto("/dashboard");
  await adminPage.getByRole("link", { name: "Users" }).filter({ visible: true }).click();
  await expect(adminPage.getByRole("heading", { name: "Users" })).toBeVisible();
  await expect(adminPage.getByRole("table")).toBeVisible();
  await expect(adminPage.getByText("Robin Lindqvist").first()).toBeAttached();
  await expect(
    adminPage.getByRole("link", { name: "Next" }).or(adminPage.getByText(admin.username)).first(),
  ).toBeVisible();
});

test.describe("axe finds no violation", () => {
  test.slow();

  for (const path of [
    "/settings/profile",
    "/settings/appearance",
    "/settings/security",
    "/settings/activity",
  ]) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }

  test("on /admin/users and on a 404 page", async ({ page, visitor }) => {
    await page.goto("/admin/users");
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
    await expectAccessible(page);
    const { page: adminPage } = await visitor({ is_staff: true });
    await adminPage.goto("/admin/users");
    await expect(adminPage.getByRole("table")).toBeVisible();
    await expectAccessible(adminPage);
  });

  test.describe("for someone from outside", () => {
    test.use({ signedIn: false });

    for (const path of ["/", "/register", "/forgot"]) {
      test(`on ${path}`, async ({ page }) => {
        await page.goto(path);
        await expectAccessible(page);
      });
    }

    test("on /login, with and without a refusal", async ({ page }) => {
      await page.goto("/login?next=/postings");
      await expectAccessible(page);
      await signInPage(page).signIn("nobody", "nothing");
      await expect(signInPage(page).refusal).toBeVisible();
      await expectAccessible(page);
    });
  });
});

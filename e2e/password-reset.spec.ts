import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, password, test } from "./fixtures.ts";
import { newAccount, registerPage, signInPage, signOut } from "./pages/sign-in.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

test.use({ signedIn: false });
test.describe.configure({ mode: "serial" });

let server: TestServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startTestServer();
});
test.afterAll(() => server.stop());

const newPassword = "Windy?Harbour43";
async function setPassword(page: Page, value: string) {
  await page.getByLabel("New password", { exact: true }).fill(value);
  await page.getByRole("button", { name: "Set the new password" }).click();
}

const linkIn = (text = "") =>
  /http:\/\/localhost:\d+(\/\S+)/.exec(text.split("link:")[1] ?? "")?.[1];

test("a password reset is sent by e-mail, and an unknown address gets the same message", async ({
  browser,
}) => {
  const page = await server.newPage(browser);
  await page.goto("/register");
  await registerPage(page).register(newAccount("ada"));
  await expect(page).toHaveURL(/\/dashboard$/);
  await signOut(page);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "I forgot my password" }).click();
  const ask = async (who: string) => {
    await page.goto("/forgot");
    await page.getByLabel("User name or e-mail").fill(who);
    await page.getByRole("button", { name: "Send me a link" }).click();
    const answer = page.getByRole("status").filter({ hasText: "is on its way" });
    await expect(answer).toBeVisible();
    return answer.textContent();
  };
  await expect(page).toHaveURL(/\/forgot$/);
  await expectAccessible(page);
  const answer = await ask("nobody@example.org");
  expect(await ask("ada@example.org")).toBe(answer);
  const subject = "A new password for Foothold";
  const emails = () => server.emails().filter((email) => email.subject === subject);
  await expect.poll(emails, { timeout: 15_000 }).toHaveLength(1);
  expect(emails()[0]?.to).toBe("ada@example.org");

  const path = linkIn(emails()[0]?.text) ?? "";
  const response = await page.goto(path);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
  await expectAccessible(page);
  await setPassword(page, "weak");
  await expect(page.locator("#reset-password-error")).toContainText("at least 12 characters");
  await setPassword(page, newPassword);
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await signInPage(page).signIn("ada", password);
  await expect(signInPage(page).refusal).toBeVisible();
  await signInPage(page).signIn("ada", newPassword);
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect.poll(() => server.emails().at(-1)?.subject).toContain("was changed");

  await page.goto("/settings/activity");
  await expect(page.getByText("Set a new password by a link")).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test("an admin makes a reset link for a person without e-mail", async ({ browser }) => {
  const page = await server.newPage(browser);
  await page.goto("/register");
  await registerPage(page).register(newAccount("bo"));
  await expect(page).toHaveURL(/\/dashboard$/);

  const admin = await server.newPage(browser);
  await admin.goto("/login?next=/admin/users");
  await signInPage(admin).signIn("ada", newPassword);
  await admin.getByRole("link", { name: "bo", exact: true }).click();
  await expect(admin).toHaveURL(/\/admin\/users\/\d+$/);
  await admin.getByRole("button", { name: "Make a link" }).click();
  const shown = admin.getByRole("textbox", { name: "Link to a new password" });
  await expect(shown).toHaveValue(/\/reset\//);
  const link = await shown.inputValue();
  await expectAccessible(admin);

  await page.goto(link);
  await setPassword(page, newPassword);
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await signInPage(page).signIn("bo", newPassword);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto("/settings/activity");
  await expect(page.getByText("An admin made a link to a new password: ada")).toBeVisible();
  await page.goto("/admin/users/1");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  await page.context().close();
  await admin.context().close();
});

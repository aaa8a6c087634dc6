import { expectAccessible } from "./axe.ts";
import { expect, password, test } from "./fixtures.ts";
import { newAccount, registerPage, signInPage } from "./pages/sign-in.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

test.use({ signedIn: false });
test.describe.configure({ mode: "serial" });

let server: TestServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startTestServer({ SIGN_UP: "first" });
});
test.afterAll(() => server.stop());

/** Waits for an e-mail to the address with the word in its subject, and returns the path of its link. */
async function pathTo(address: string, word: string): Promise<string> {
  const email = () =>
    server.emails().findLast(({ to, subject }) => to === address && subject.includes(word));
  await expect.poll(() => email()?.to, { timeout: 20_000 }).toBe(address);
  return /^http:\/\/localhost:\d+(\/\S+)$/m.exec(email()?.text ?? "")?.[1] ?? "";
}

test("an e-mail address is verified by a link", async ({ browser }) => {
  const page = await server.newPage(browser);
  await page.goto("/register");
  await registerPage(page).register(newAccount("ada"));
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto("/settings/profile");
  await expect(page.getByText("Your address is not proved yet")).toBeVisible();
  await expectAccessible(page);

  const stranger = await server.newPage(browser);
  const path = await pathTo("ada@example.org", "your address");
  const response = await stranger.goto(path);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  await expectAccessible(stranger);
  await page.reload();
  await expect(page.getByText("Your address is not proved yet")).toBeVisible();
  await stranger.getByRole("button", { name: "It is my address" }).click();
  await expect(stranger.getByText("The address is proved.")).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Proved on \d/)).toBeVisible();
  await stranger.context().close();
  await page.context().close();
});

test("changing the e-mail address needs the password", async ({ browser }) => {
  const page = await server.newPage(browser);
  await page.goto("/login?next=/settings/profile");
  await signInPage(page).signIn("ada", password);
  await expect(page.getByText(/Proved on \d/)).toBeVisible();
  const mine = page.getByLabel("Your password", { exact: true });
  await expect(mine).toHaveCount(0);
  await page.getByLabel("E-mail").fill("ada@example.net");
  await mine.fill("not this one");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#profile-current_password-error")).toBeVisible();
  await expectAccessible(page);
  await mine.fill(password);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your address is not proved yet")).toBeVisible();
  await pathTo("ada@example.org", "another address");
  await pathTo("ada@example.net", "your address");
  await page.context().close();
});

test("an invitation lets one person register while sign-up is closed", async ({ browser }) => {
  const guest = await server.newPage(browser);
  await guest.goto("/register");
  await expect(guest.getByText("doesn’t take sign-ups")).toBeVisible();

  const admin = await server.newPage(browser);
  await admin.goto("/login?next=/admin/users");
  await signInPage(admin).signIn("ada", password);
  const card = admin.getByRole("region", { name: "Invitations" });
  const invite = async (email: string) => {
    await card.getByLabel("For this e-mail address").fill(email);
    await card.getByRole("button", { name: "Make an invitation" }).click();
  };
  await invite("nowhere");
  await expect(admin.locator("#invitation-email-error")).toContainText("valid email address");
  await invite("bo@example.org");
  await expect(card.getByRole("textbox", { name: "Invitation", exact: true })).toHaveValue(
    /invitation=/,
  );
  await expect(card.getByRole("listitem")).toHaveText(/bo@example.org/);
  await expectAccessible(admin);

  const path = await pathTo("bo@example.org", "invitation");
  const response = await guest.goto(path);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(guest.getByRole("textbox", { name: "E-mail" })).toHaveValue("bo@example.org");
  await expectAccessible(guest);
  await registerPage(guest).register(newAccount("bo"));
  await expect(guest).toHaveURL(/\/dashboard$/);
  await admin.reload();
  await expect(card.getByRole("listitem")).toHaveCount(0);

  await invite("");
  const shown = card.getByRole("textbox", { name: "Invitation", exact: true });
  await expect(shown).toHaveValue(/invitation=/);
  const other = await shown.inputValue();
  await card.getByRole("button", { name: /^Take back/ }).click();
  await expect(admin.getByText("That invitation is taken back.")).toBeVisible();
  await expect(card.getByRole("listitem")).toHaveCount(0);
  const late = await server.newPage(browser);
  for (const link of [path, other]) {
    await late.goto(link);
    await expect(late.getByRole("heading", { name: /no longer works/ })).toBeVisible();
  }
  await expectAccessible(late);
  for (const page of [guest, admin, late]) await page.context().close();
});

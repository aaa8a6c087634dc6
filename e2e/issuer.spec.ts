import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { user } from "../db/schema/accounts.ts";
import { basePath } from "../lib/base-path.ts";
import { now } from "../lib/dates.ts";
import { expectAccessible } from "./axe.ts";
import { addFactor, expect, password, test } from "./fixtures.ts";
import { signInAtIssuer, startIssuer } from "./issuer.ts";
import { signOut } from "./pages/sign-in.ts";

// The issuer has a fixed port, so these tests run in one worker.
test.describe.configure({ mode: "serial" });
let issuer: Server;
test.beforeAll(async () => {
  const { E2E_PORT, OIDC_ISSUER = "" } = process.env;
  issuer = await startIssuer(
    Number(new URL(OIDC_ISSUER).port),
    `http://localhost:${E2E_PORT}${basePath}`,
  );
});
test.afterAll(() => {
  issuer.closeAllConnections();
  issuer.close();
});

const newName = (begin = "o") => `${begin}${randomBytes(6).toString("hex")}`;
const enter = (page: Page) => page.getByRole("button", { name: "Continue with Our issuer" });

test.describe("a signed-out visitor", () => {
  test.use({ signedIn: false });

  test("creates an account with a provider, and can sign in with it again", async ({ page }) => {
    const name = newName();
    await page.goto("/login?next=/settings/profile");
    await enter(page).click();
    await signInAtIssuer(page, name);
    await expect(page).toHaveURL(/\/settings\/profile$/);
    await expect(page.getByLabel("E-mail")).toHaveValue(`${name}@example.org`);
    await expect(page.getByLabel("First name")).toHaveValue("Noor");

    await page.getByRole("link", { name: "Security" }).click();
    const card = page.getByRole("region", { name: "Accounts elsewhere" });
    await expect(card.getByRole("listitem")).toContainText(`${name}@example.org`);
    await card.getByRole("button", { name: "Unlink Our issuer" }).click();
    await page.getByRole("button", { name: "Unlink it" }).click();
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("your only way in");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByLabel("New password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Set a password" }).click();
    await expect(page.getByText("Your password is changed.")).toBeVisible();
    await expect(page.getByLabel("Current password", { exact: true })).toBeVisible();

    await signOut(page);
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/login");
    await enter(page).click();
    await expect(page).toHaveURL(/\/dashboard$/);
  });

  test("signs in to their own account if both sides have verified the address", async ({
    page,
    person,
  }) => {
    const mine = eq(user.id, person.id);
    const name = person.email.split("@")[0] ?? "";
    await page.goto("/register");
    await enter(page).click();
    await signInAtIssuer(page, name);
    await expect(page.getByText("but never proved it")).toBeVisible();
    await expectAccessible(page);

    await getDb().update(user).set({ email_verified_at: now() }).where(mine);
    await enter(page).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await page.goto("/settings/profile");
    await expect(page.getByLabel("User name")).toHaveValue(person.username);
  });

  test("is refused with an address that the provider has not confirmed", async ({ page }) => {
    await page.goto("/login");
    await enter(page).click();
    await signInAtIssuer(page, newName("unproven"));
    await expect(page.getByText("Confirm it there first.")).toBeVisible();
    await page.goto("/dashboard");
    await expect(page).toHaveURL(/\/login\?next=/);
  });

  test("is refused with a callback that does not belong to a request", async ({ page }) => {
    for (const way of ["code=x&state=y", "code=x", "error=access_denied"]) {
      await page.goto(`/api/auth/callback/oidc?${way}`);
      await expect(page).toHaveURL(/\/login\?/);
      await expect(page.getByText("That did not work.")).toBeVisible();
    }
  });
});

test("an external account is linked in the settings, signs in, and is unlinked", async ({
  page,
  person,
}) => {
  const name = newName();
  await page.goto("/settings/security");
  const card = page.getByRole("region", { name: "Accounts elsewhere" });
  await card.getByRole("button", { name: "Link Our issuer" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Go to Our issuer" }).click();
  await signInAtIssuer(page, name);
  await expect(page).toHaveURL(/\/settings\/security$/);
  await expect(card.getByRole("listitem")).toContainText(`${name}@example.org`);
  await expectAccessible(page);

  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/login?next=/settings/security");
  await enter(page).click();
  await expect(page).toHaveURL(/^[^?]*\/settings\/security$/);
  await page.goto("/settings/profile");
  await expect(page.getByLabel("User name")).toHaveValue(person.username);

  const { codes } = await addFactor(person);
  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/login?next=/settings/tokens");
  await enter(page).click();
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/^[^?]*\/settings\/tokens$/);

  await page.goto("/settings/security");
  await card.getByRole("button", { name: "Unlink Our issuer" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Unlink it" }).click();
  await expect(card.getByText("None is linked.")).toBeVisible();
});

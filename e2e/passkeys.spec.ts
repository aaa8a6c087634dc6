import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, password, test } from "./fixtures.ts";
import { signOut } from "./pages/sign-in.ts";

/** Adds a virtual authenticator that verifies its user. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognise: (isUserVerified: boolean) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

async function add(page: Page, name: string) {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  return dialog;
}

test("a passkey is added, signs in by itself, and is removed", async ({ page }) => {
  test.slow();
  const device = await plugIn(page);
  await page.goto("/settings/security");
  const card = page.getByRole("region", { name: "Passkeys" });
  await expect(card.getByText("None yet.")).toBeVisible();
  await add(page, "This laptop");
  await expect(card.getByRole("listitem")).toContainText("This laptop");
  await expect(card.getByRole("listitem")).toContainText("Never used");
  await expectAccessible(page);
  const dialog = await add(page, "Once more");
  await expect(dialog.getByRole("alert")).toContainText("has a passkey for your account already");
  await dialog.getByRole("button", { name: "Close" }).click();

  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/login?next=/settings/security");
  const enter = page.getByRole("button", { name: "Use a passkey" });
  await device.recognise(false);
  await enter.click();
  await expect(page.getByText("No passkey was used.")).toBeVisible();
  await expectAccessible(page);
  await device.recognise(true);
  await enter.click();
  await expect(page).toHaveURL(/^[^?]*\/settings\/security$/);
  await expect(card.getByRole("listitem")).toContainText("Last used");

  await card.getByRole("button", { name: "Remove This laptop" }).click();
  await page.getByRole("dialog").getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(card.getByText("None yet.")).toBeVisible();
  await signOut(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/login");
  await enter.click();
  await expect(page.getByText("does not open an account here")).toBeVisible();
  await expect(page).toHaveURL(/\/login$/);
});

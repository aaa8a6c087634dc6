import type { Page } from "@playwright/test";
import { password } from "../fixtures.ts";

/** Locators and actions of the sign-in page. */
export function signInPage(page: Page) {
  const name = page.getByLabel("User name");
  const password = page.getByLabel("Password", { exact: true });
  return {
    name,
    password,
    refusal: page.getByRole("alert").filter({ hasText: "You are not signed in" }),
    async signIn(username: string, secret: string) {
      await name.fill(username);
      await password.fill(secret);
      await page.getByRole("button", { name: "Sign in" }).click();
    },
  };
}

type Account = Record<"first" | "last" | "email" | "username" | "password", string>;

/** The fields of an account to register, with the tests' password. */
export const newAccount = (username: string): Account => ({
  first: "Ada",
  last: "Vale",
  email: `${username}@example.org`,
  username,
  password,
});

/** Locators and actions of the registration page. */
export function registerPage(page: Page) {
  const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
  return {
    field,
    async register(account: Account) {
      await field("First name").fill(account.first);
      await field("Last name").fill(account.last);
      await field("E-mail").fill(account.email);
      await field("User name").fill(account.username);
      await page.getByLabel("Password", { exact: true }).fill(account.password);
      await page.getByRole("button", { name: "Create account" }).click();
    },
  };
}

/** The visible sign-out button; on a phone it is in the menu. */
export const signOutButton = (page: Page) =>
  page.getByRole("button", { name: "Sign out", exact: true }).filter({ visible: true });

/** Signs out by the button in the shell. */
export async function signOut(page: Page): Promise<void> {
  const more = page.getByRole("button", { name: "More", exact: true });
  if (await more.isVisible()) await more.click();
  await signOutButton(page).click();
}

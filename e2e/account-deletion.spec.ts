import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { expect, password, test } from "./fixtures.ts";
import { signInPage } from "./pages/sign-in.ts";

test("only its owner can delete an account, with everything in it", async ({
  page,
  person,
  visitor,
}) => {
  await visitor({ is_staff: true });
  await fillDemoHunt(person.id, 5);
  await page.goto("/settings/account");
  await expectAccessible(page);
  const lists = page.getByRole("region", { name: "Take your data with you" });
  await expect(lists.getByRole("link")).toHaveCount(9);
  for (const link of await lists.getByRole("link").all()) {
    const href = (await link.getAttribute("href")) ?? "";
    expect((await page.request.get(href)).status(), href).toBe(200);
  }

  const remove = async (name: string, secret: string) => {
    await page.getByLabel("Your user name, typed out").fill(name);
    await page.getByLabel("Your password", { exact: true }).fill(secret);
    await page.getByRole("button", { name: "Delete my account" }).click();
  };
  await remove(person.username, "not this one");
  await expect(page.locator("#delete-account-current_password-error")).toBeVisible();
  await remove("somebody else", password);
  await expect(page.locator("#delete-account-username-error")).toContainText("not your user name");
  await expectAccessible(page);
  await page.goto("/settings/activity");
  await expect(page.getByText("tried to delete the account")).toBeVisible();

  await page.goto("/settings/account");
  await remove(person.username, password);
  await expect(page).toHaveURL(/\/login\?deleted=done$/);
  await expect(page.getByText("Your account is deleted, with everything in it.")).toBeVisible();
  await signInPage(page).signIn(person.username, password);
  await expect(signInPage(page).refusal).toBeVisible();
});

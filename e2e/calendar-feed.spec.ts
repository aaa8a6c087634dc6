import { expectAccessible } from "./axe.ts";
import { expect, password, test } from "./fixtures.ts";

test("a calendar address is made, shown once, read without a sign-in and removed", async ({
  page,
  playwright,
}) => {
  await page.goto("/settings/calendar");
  const addresses = page.getByRole("region", { name: "Your calendar addresses" });
  await expect(addresses).toContainText("None yet.");
  const make = page.getByRole("button", { name: "Make an address" });
  await page.getByRole("checkbox", { name: "Interviews" }).uncheck();
  await page.getByRole("checkbox", { name: "Follow-ups" }).uncheck();
  await page.getByRole("checkbox", { name: "Deadlines" }).uncheck();
  await page.getByRole("textbox", { name: "Name" }).fill("My phone");
  await make.click();
  const refusal = page.getByRole("alert").filter({ hasText: "There is no address yet" });
  await expect(refusal).toContainText("What it holds: Choose at least one.");
  await page.getByRole("checkbox", { name: "Interviews" }).check();
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await make.click();
  const shown = page.getByRole("textbox", { name: "Your new address" });
  await expect(shown).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/);
  const address = await shown.inputValue();
  await expectAccessible(page);

  const calendar = await playwright.request.newContext();
  const answer = await calendar.get(address);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("X-WR-CALNAME:My phone");
  await page.reload();
  await expect(shown).toHaveCount(0);
  await expect(addresses.getByRole("listitem")).toContainText("Last read");
  await addresses.getByRole("button", { name: "Remove My phone" }).click();
  await expect(page.getByText("That address is removed.")).toBeVisible();
  expect((await calendar.get(address)).status()).toBe(404);
  await calendar.dispose();
});

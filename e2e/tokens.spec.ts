import { expectAccessible } from "./axe.ts";
import { expect, password, test } from "./fixtures.ts";

test("a token is created, shown once, used and revoked", async ({ page, request }) => {
  await page.goto("/settings/tokens");
  const tokens = page.getByRole("region", { name: "Your tokens" }).getByRole("listitem");
  await expect(page.getByText("None yet.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Do what only admins may" })).toHaveCount(0);

  const make = page.getByRole("button", { name: "Make a token" });
  await page.getByRole("checkbox", { name: "Read your data" }).uncheck();
  await make.click();
  const refusal = page.getByRole("alert").filter({ hasText: "There is no token yet" });
  await expect(refusal).toContainText("Name: ");
  await expect(refusal).toContainText("What it may do: Choose at least one.");

  await page.getByRole("textbox", { name: "Name" }).fill("Calendar script");
  await page.getByRole("checkbox", { name: "Read your data" }).check();
  await page.getByLabel("Ends").selectOption("In 30 days");
  await make.click();
  await expect(refusal).toContainText("Your password: Please fill this in.");
  await page.getByLabel("Your password", { exact: true }).fill("not this one");
  await make.click();
  await expect(refusal).toContainText("Your password: This is not your password.");
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await make.click();
  const shown = page.getByRole("textbox", { name: "Your new token" });
  await expect(shown).toHaveValue(/^fh_/);
  const token = await shown.inputValue();
  await expect(page.getByRole("textbox", { name: "Name", exact: false }).last()).toHaveValue("");
  await expectAccessible(page);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);

  const headers = { authorization: `Bearer ${token}` };
  expect((await request.get("/api/me/", { headers })).status()).toBe(200);
  const write = await request.post("/api/job_site/", { headers, data: { site_name: "A board" } });
  expect(write.status()).toBe(403);

  await page.reload();
  await expect(shown).toHaveCount(0);
  await expect(tokens).toHaveCount(1);
  await expect(tokens).toContainText("read");
  await expect(tokens).toContainText("Last used");
  await tokens.getByRole("button", { name: "Revoke Calendar script" }).click();
  await expect(page.getByText("That token is revoked.")).toBeVisible();
  await expect(page.getByText("None yet.")).toBeVisible();
  expect((await request.get("/api/me/", { headers })).status()).toBe(401);
  await expectAccessible(page);
});

test("an admin may create a token with the admin scope", async ({ visitor }) => {
  const { page } = await visitor({ is_staff: true });
  await page.goto("/settings/tokens");
  await page.getByRole("textbox", { name: "Name" }).fill("Housekeeping");
  await page.getByRole("checkbox", { name: "Do what only admins may" }).check();
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByRole("textbox", { name: "Your new token" }).inputValue();
  const headers = { authorization: `Bearer ${token}` };
  expect((await page.request.get("/api/custom_user/all/", { headers })).status()).toBe(200);
});

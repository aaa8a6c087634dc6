import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { servePages } from "./posting-pages.ts";

test("the bookmark opens the add page with what a page under a strict policy shows", async ({
  page,
  context,
}) => {
  const pages = await servePages();
  await page.goto("/settings/browser");
  const link = page.getByRole("link", { name: "Save to Foothold" });
  await expect(link).toHaveAttribute("href", /^javascript:/);
  await link.click();
  await expect(page.getByText("Drag it to your bookmarks bar.").first()).toBeVisible();
  await expectAccessible(page);
  const address = (await link.getAttribute("href")) ?? "";

  await page.goto(`${pages.url}/posting`);
  const opened = context.waitForEvent("page");
  await page.evaluate(decodeURIComponent(address.slice("javascript:".length)));
  const added = await opened;
  await expect(added.getByRole("textbox", { name: "Company", exact: true })).toHaveValue(
    "Larch Foods",
  );
  await expect(added.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("Baker");
  expect(new URL(added.url()).hash).toBe("");
  pages.stop();
});

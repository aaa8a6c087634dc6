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

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("nobody is told to drag, and how the extension is installed is said", async ({ page }) => {
    await page.goto("/settings/browser");
    await expect(page.getByText("Copy its address. Then bookmark any page").first()).toBeVisible();
    await expect(page.getByText("Drag it")).toBeHidden();
    await page.getByText("Install the extension").click();
    await expect(page.getByText("Load unpacked")).toBeVisible();
    await expectAccessible(page);
  });
});

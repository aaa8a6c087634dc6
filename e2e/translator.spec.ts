import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addPosting, postingPage } from "./pages/posting.ts";
import { paletteOf } from "./pages/shell.ts";

/** Does to the page what Chrome's translator does: each text node becomes `<font><font>text</font></font>`. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const skipped = "script, style, textarea, option, font, [translate=no], [translate=no] *";
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.matches(skipped)) continue;
        const outer = document.createElement("font");
        const inner = outer.appendChild(document.createElement("font"));
        inner.textContent = text.data;
        text.replaceWith(outer);
      }
    };
    wrap(document.body);
    // What comes later is translated as well.
    new MutationObserver(() => wrap(document.body)).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
}

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });

test("lists, menus, messages and the palette work on a translated page", async ({
  page,
  person,
}) => {
  const failures: Error[] = [];
  page.on("pageerror", (error) => failures.push(error));
  for (const company_name of ["Tern Shipping", "Osprey Tools", "Kestrel Rail"])
    await addPosting(person, { company_name });
  await page.goto("/postings");
  await page.waitForLoadState("networkidle");
  await translate(page);

  const box = page.locator("main").getByRole("searchbox");
  await box.fill("tern");
  await box.press("Enter");
  await expect(row(page, "Osprey Tools")).toHaveCount(0);
  await expect(row(page, "Tern Shipping")).toHaveText(/Tern Shipping/);
  await expect(page.locator("main")).not.toContainText("3 jobs");
  await box.fill("");
  await box.press("Enter");
  await expect(row(page, "Osprey Tools")).toBeVisible();

  const mark = row(page, "Tern Shipping").getByRole("button");
  await mark.click();
  await page.getByRole("menuitemradio", { name: "Rejected" }).click();
  await expect(mark).toHaveText("Rejected");
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(mark).toHaveText("Applied");
  await page.getByRole("link", { name: /^Closed/ }).click();
  await expect(row(page, "Tern Shipping")).toHaveCount(0);

  const palette = paletteOf(page);
  await palette.open();
  await page.keyboard.type("osprey");
  await expect(palette.item("Osprey Tools")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(postingPage(page).title).toHaveText("Osprey Tools");
  expect(failures).toEqual([]);
});

test("forms and comments work on a translated page, and save what was typed", async ({
  page,
  person: _,
}) => {
  const failures: Error[] = [];
  page.on("pageerror", (error) => failures.push(error));
  await page.goto("/postings/new");
  await page.waitForLoadState("networkidle");
  await translate(page);
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByLabel("Company").fill("Tern Shipping");
  await page.getByLabel("Title").fill("Harbour Pilot");
  await page.getByRole("button", { name: "Add posting" }).click();
  const posting = postingPage(page);
  await expect(posting.title).toHaveText("Tern Shipping");

  await posting.addComment.click();
  await posting.comment.fill("They called about the forge.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(posting.happened.locator(".rich-content")).toHaveText(
    "They called about the forge.",
  );
  await posting.menuOf("Note").click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await posting.comment.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" On Monday.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(posting.happened.locator(".rich-content")).toHaveText(
    "They called about the forge. On Monday.",
  );
  expect(failures).toEqual([]);
  await page.reload();
  await expect(posting.happened.locator(".rich-content p")).toHaveCount(1);
  await expect(page.locator("font")).toHaveCount(0);
});

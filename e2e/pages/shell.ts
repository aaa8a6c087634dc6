import { expect, type Page } from "@playwright/test";

/** The palette, as a hand on the keyboard finds it. */
export function paletteOf(page: Page) {
  const box = page.getByRole("searchbox", { name: "Find anything" });
  return {
    box,
    item: (name: string) => page.getByRole("menuitem", { name }),
    /** Opens it; a page that is still waking up may need a second press. */
    async open() {
      await expect(async () => {
        if ((await box.count()) === 0) await page.keyboard.press("Control+k");
        await expect(box).toBeVisible({ timeout: 1500 });
      }).toPass();
    },
  };
}

import { expect, type Page } from "@playwright/test";

/** Locators of the command palette. */
export function paletteOf(page: Page) {
  const box = page.getByRole("combobox", { name: "Find anything" });
  return {
    box,
    item: (name: string) => page.getByRole("option", { name }),
    /** opens it by keyboard, repeatedly since a press before hydration is lost */
    async open() {
      await expect(async () => {
        if ((await box.count()) === 0) await page.keyboard.press("Control+k");
        await expect(box).toBeVisible({ timeout: 1500 });
      }).toPass();
    },
  };
}

/** Presses keys one after the other until the page is at the address, again since a press before hydration is lost. */
export async function goByKeys(page: Page, keys: string[], address: RegExp): Promise<void> {
  await expect(async () => {
    if (address.test(page.url())) return;
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(address, { timeout: 2_000 });
  }).toPass();
}

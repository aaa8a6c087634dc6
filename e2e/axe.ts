import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** The rules of axe that depend on the theme. */
const colourRules = ["color-contrast", "link-in-text-block"];
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

/** Expects no axe violation on the current page, at desktop and phone width, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of ["light", "dark"]) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      // Colours have a transition, which must end before axe reads them. A spinner's animation never ends.
      await page.evaluate(() => {
        const ending = document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
        return Promise.allSettled(ending.map(({ finished }) => finished));
      });
      // After a server action the head is rendered again.
      await expect(page).toHaveTitle(/\S/);
      // Selectors of what passed are not worked out, a fifth of the time. A theme changes colours, and nothing else.
      const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
      if (theme === "dark") axe.withRules(colourRules);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
      expect(found, `${page.url()} at ${size.width} px, ${theme}`).toEqual([]);
    }
  }
  if (before) await page.setViewportSize(before);
}

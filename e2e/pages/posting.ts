import type { Locator, Page } from "@playwright/test";
import { createPosting, type PostingWrite } from "../../lib/postings/commands.ts";
import { actorOf, expect, type Person } from "../fixtures.ts";

/** Adds a posting of the person without the browser. */
export async function addPosting(person: Person, values: PostingWrite = {}) {
  return createPosting(actorOf(person), {
    site_name: "Board",
    company_name: "Kestrel Rail",
    posting_title: "Signal Engineer",
    ...values,
  });
}

/** Presses Tab until `target` has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 80; step += 1) {
    const hasFocus = await target.evaluate((node) => node === document.activeElement);
    if (hasFocus) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** The rich text field of that label, once the editor has replaced the text area that was there before. */
export const editorOf = (page: Page, label: string) =>
  page.getByRole("textbox", { name: label }).and(page.locator("[contenteditable=true]"));

const moreActions = (page: Page) => page.getByRole("button", { name: /^More actions for/ });

/** Deletes the record whose page is open, by its menu. */
export async function deleteRecord(page: Page): Promise<void> {
  await moreActions(page).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
}

/**
 * Opens fields of a form that are asked for only when their button ("All fields" too) is pressed, which then goes. A
 * press before the page's script is there does nothing, so it is repeated.
 */
export async function openFields(page: Page, ...labels: string[]): Promise<void> {
  const more = page.getByRole("group", { name: "More fields" });
  for (const label of labels) {
    const button = more.getByRole("button", { name: label });
    await button.waitFor();
    await expect(async () => {
      if (await button.isVisible()) await button.click();
      await expect(button).toHaveCount(0, { timeout: 1_500 });
    }).toPass();
  }
}

/** Locators of a posting's page. */
export function postingPage(page: Page) {
  const happened = page.getByRole("region", { name: "What happened" });
  return {
    title: page.getByRole("heading", { level: 1 }),
    happened,
    addComment: page.getByRole("button", { name: "Write a note…" }),
    comment: editorOf(page, "Note"),
    more: moreActions(page),
    status: page
      .locator("header")
      .getByRole("button")
      .filter({ has: page.locator(".status-mark") }),
    menuOf: (entry: string) => happened.getByRole("button", { name: `Edit or delete: ${entry}` }),
  };
}

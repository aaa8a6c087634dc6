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

/** Locators of a posting's page. */
export function postingPage(page: Page) {
  const happened = page.getByRole("region", { name: "What happened" });
  return {
    title: page.getByRole("heading", { level: 1 }),
    happened,
    addComment: page.getByRole("button", { name: "Add comment", exact: true }).first(),
    comment: editorOf(page, "Comment"),
    remove: page.getByRole("button", { name: "Delete", exact: true }),
    status: page
      .locator("header")
      .getByRole("button")
      .filter({ has: page.locator(".status-mark") }),
    menuOf: (entry: string) => happened.getByRole("button", { name: `Edit or delete: ${entry}` }),
  };
}

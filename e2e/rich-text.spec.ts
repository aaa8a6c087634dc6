import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addPosting, openFields } from "./pages/posting.ts";

const editorIn = (page: Page) => page.locator("[contenteditable=true]");

/** Pastes HTML into the element that has the focus, as the browser does. */
const paste = (page: Page, html: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", given);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);

const item = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

test("lists of Word and rows of a table are pasted as such, and kept", async ({ page, person }) => {
  const { id } = await addPosting(person);
  await page.goto(`/postings/${id}/edit`);
  await openFields(page, "Description");
  const editor = editorIn(page);
  await editor.click();
  await paste(
    page,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->${item(1, "1.", "Steer")}${item(2, "a.", "by day")}${item(1, "2.", "Moor")}<table><tr><td>Shift</td><td>Night</td></tr><tr><td>Hours</td><td>38</td></tr></table><!--EndFragment--></body></html>`,
  );
  await expect(editor.locator("ol > li > ol > li")).toHaveText("by day");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`/postings/${id}$`));
  const text = page.locator(".rich-content").first();
  await expect(text.locator("ol").first().locator("> li")).toHaveText([/^Steer\s*by day$/, "Moor"]);
  await expect(text.getByText("Shift Night")).toBeVisible();
  await expect(text.getByText("Hours 38")).toBeVisible();
});

test("what a client sent as plain text is shown, found and edited as it was typed", async ({
  page,
  person,
}) => {
  const typed = "Must know List<String>, Map<K,V> and Vec<T>.\n\nMail <tove@tern.example>, x < 5.";
  const { id } = await addPosting(person, { job_description: typed });
  await page.goto(`/postings/${id}`);
  const paragraphs = [
    "Must know List<String>, Map<K,V> and Vec<T>.",
    "Mail <tove@tern.example>, x < 5.",
  ];
  await expect(page.locator(".rich-content p")).toHaveText(paragraphs);
  await page.goto("/search?q=string");
  await expect(page.locator("main")).toContainText("List<String>, Map<K,V>");
  await page.goto(`/postings/${id}/edit`);
  await expect(editorIn(page).locator("p")).toHaveText(paragraphs);
  await openFields(page, "Pay");
  await page.getByLabel("Pay").fill("£30k");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".rich-content p")).toHaveText(paragraphs);
});

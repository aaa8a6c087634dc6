import type { Locator, Page } from "@playwright/test";

/** A CSV file, as the browser's file picker gives it. */
const fileOf = (text: string | Buffer, name: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

/** The pages of an import. */
export const importPage = (page: Page) => ({
  /** Brings a file from the import page. */
  async bring(text: string | Buffer, name = "hunt.csv") {
    await page.goto("/import");
    await page.getByLabel("Spreadsheet").setInputFiles(fileOf(text, name));
  },
  importButton: (): Locator => page.getByRole("button", { name: /^Import( [\d,]+ postings?)?$/ }),
  /** A toast. */
  message: (text: string): Locator =>
    page.getByRole("region", { name: "Messages" }).getByText(text, { exact: true }),
  row: (number: number): Locator =>
    page.getByRole("checkbox", { name: new RegExp(`^Import row ${number}\\b`) }),
  group: (title: string): Locator => page.getByRole("region", { name: title, exact: true }),
  word: (word: string): Locator => page.getByLabel(`What “${word}” becomes`),
});

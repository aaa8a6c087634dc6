import { payWords } from "./pay-words.ts";
import type { CapturedPay, CaptureSource, Found } from "./posting.ts";
import type { Choice } from "./read-answer.ts";

const fromWords: Record<CaptureSource, string> = {
  job_data: "from the page’s job data",
  page_data: "from the page’s own data",
  board_data: "from the board’s data",
  meta: "from the page’s title",
  page: "from the page",
  text: "from the text",
  address: "from the address",
};

/** Where a value was read, as a person says it: "from the text, line 9". */
export function foundWords({ source, line }: Found): string {
  return source === "text" && line ? `from the text, line ${line}` : fromWords[source];
}

/** How much was read, in words: "9 fields, 2 to check". */
export function countWords(fields: number, doubtful: number): string {
  const read = `${fields} ${fields === 1 ? "field" : "fields"}`;
  return doubtful > 0 ? `${read}, ${doubtful} to check` : read;
}

const currencyNames = new Intl.DisplayNames("en", { type: "currency" });

/** A currency's name as a button has it: "Euro", "US dollar". */
export function currencyName(code: string): string {
  const name = currencyNames.of(code) ?? code;
  return name.replace(/^US Dollar$/, "US dollar").replace(/^British Pound$/, "Pound");
}

const isCode = (text: string) => /^[A-Z]{3}$/.test(text);

/** The choices of a doubtful pay; those that are currencies are the pay in each of them. */
export const payChoices = (pay: CapturedPay, choices: readonly string[]): Choice[] =>
  choices.map((choice) =>
    isCode(choice)
      ? { value: payWords({ ...pay, currency: choice }) ?? "", label: currencyName(choice) }
      : { value: choice, label: choice },
  );

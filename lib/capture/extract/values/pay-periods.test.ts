import { expect, test } from "vitest";
import { payIn } from "./pay.ts";

test.each([
  ["1 700 € brut mensuel", 1_700, 1_700, "EUR", "month"],
  ["Annuel de 26000.0 Euros à 28000.0 Euros sur 13.0 mois", 26_000, 28_000, "EUR", "year"],
  ["R$ 40,00 por hora", 40, 40, "BRL", "hour"],
  ["1.650 € mensili", 1_650, 1_650, "EUR", "month"],
  ["21000/24000€ bruts/any", 21_000, 24_000, "EUR", "year"],
  ["6 000 - 7 000 zł miesięcznie", 6_000, 7_000, "PLN", "month"],
  ["210 SEK per timme", 210, 210, "SEK", "hour"],
  ["月給 22万円～26万円", 220_000, 260_000, "JPY", "month"],
  ["時給1,150円", 1_150, 1_150, "JPY", "hour"],
])("%s is read with its period", (text, min, max, currency, period) => {
  expect(payIn(text)).toEqual({ min, max, currency, period });
});

test("small amounts with a stroke between them are no range", () => {
  expect(payIn("20/40 €")).toBeNull();
});

import { isGarbled } from "../encoding/garbled.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { shorten } from "./row-status.ts";

/** What is said of a row before its cells are understood: how it stands in the sheet, damaged letters. */
export function rowRemarks({ cells, remark }: SheetRow): string[] {
  const garbled = cells.find((cell) => isGarbled(cell.slice(0, 1000)));
  return [
    ...(remark ? [remark] : []),
    ...(garbled
      ? [`The letters of “${shorten(garbled)}” look damaged: is the text encoding right?`]
      : []),
  ];
}

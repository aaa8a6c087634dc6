import { now } from "../dates.ts";

let moments = 0;

/** This moment, told from others of the same millisecond: for a `deleted_at` by which rows are restored together. */
export function uniqueMoment(): string {
  moments = (moments % 999) + 1;
  return `${now().slice(0, 23)}${String(moments).padStart(3, "0")}Z`;
}

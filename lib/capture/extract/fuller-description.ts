import { plainText } from "../../rich-text-words.ts";
import type { Reading } from "../posting.ts";

/** A description that another source has many more words of is its beginning. */
const muchLonger = 2.5;
const maxTeaser = 1_500;

/** The most trusted description; where that is only the beginning of another's, the other. */
export function fullerDescription(readings: readonly Reading[]): Reading["job_description"] {
  const all = readings.flatMap(({ job_description }) => job_description ?? []);
  const [best, ...others] = all;
  if (!best || others.length === 0) return best;
  const teaser = plainText(best.value);
  if (teaser.length > maxTeaser) return best;
  const start = comparable(teaser.slice(0, 120));
  return (
    others.find(({ value }) => {
      const text = plainText(value);
      return (
        text.length > teaser.length * muchLonger && comparable(text.slice(0, 1_000)).includes(start)
      );
    }) ?? best
  );
}

const comparable = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, 80);

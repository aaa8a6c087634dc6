import { HttpError } from "./errors.ts";

// As the documented API ranks a range: by how much it says. Both forms tie, and then JSON is first.
const specificity = (range: string) =>
  range.startsWith("*/") ? 0 : range.endsWith("/*") ? 1 : range.includes(";") ? 3 : 2;

const mediaTypes = { json: "application/json", html: "text/html" } as const;

/** Which form of the answer an Accept header asks for. Throws 406 where it takes neither. */
export function negotiateFormat(accept: string | null): keyof typeof mediaTypes {
  if (!accept || accept === "*/*" || accept === mediaTypes.json) return "json";
  const ranges = accept
    .split(",")
    .map((range) =>
      range
        .replace(/;\s*q=[\d.]*/i, "")
        .trim()
        .toLowerCase(),
    )
    .filter(Boolean);
  for (const level of [3, 2, 1, 0]) {
    const types = ranges
      .filter((range) => specificity(range) === level)
      .map((range) => range.split(";")[0]?.trim() ?? "");
    const accepts = (mediaType: string) =>
      types.some(
        (type) => type === mediaType || type === "*/*" || type === `${mediaType.split("/")[0]}/*`,
      );
    if (accepts(mediaTypes.json)) return "json";
    if (accepts(mediaTypes.html)) return "html";
  }
  throw new HttpError(406, "Could not satisfy the request Accept header.");
}

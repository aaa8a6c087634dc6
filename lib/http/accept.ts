import { HttpError } from "./errors.ts";

// As the documented API ranks a range: by how much it says. Both forms tie, and then JSON is first.
const precision = (range: string) =>
  range.startsWith("*/") ? 0 : range.endsWith("/*") ? 1 : range.includes(";") ? 3 : 2;

const forms = { json: "application/json", html: "text/html" } as const;

/** Which form of the answer an Accept header asks for. Throws 406 where it takes neither. */
export function acceptedForm(accept: string | null): keyof typeof forms {
  if (!accept || accept === "*/*" || accept === forms.json) return "json";
  const ranges = accept
    .split(",")
    .map((range) =>
      range
        .replace(/;\s*q=[\d.]*/i, "")
        .trim()
        .toLowerCase(),
    )
    .filter(Boolean);
  for (const wanted of [3, 2, 1, 0]) {
    const types = ranges
      .filter((range) => precision(range) === wanted)
      .map((range) => range.split(";")[0]?.trim() ?? "");
    const takes = (form: string) =>
      types.some((type) => type === form || type === "*/*" || type === `${form.split("/")[0]}/*`);
    if (takes(forms.json)) return "json";
    if (takes(forms.html)) return "html";
  }
  throw new HttpError(406, "Could not satisfy the request Accept header.");
}

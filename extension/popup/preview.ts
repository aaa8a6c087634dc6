import type { CaptureAnswer } from "../../lib/capture/schema.ts";
import { element } from "./elements.ts";

export type Posting = CaptureAnswer["postings"][number];

type Field = {
  /** the field of a posting that it corrects */
  name: string;
  label: string;
  found: string;
  type?: "date";
  /** shown only where it is in doubt */
  ifDoubtful?: true;
  value: (posting: Posting) => string | null;
};

const fields: readonly Field[] = [
  { name: "company_name", label: "Company", found: "company_name", value: (p) => p.company_name },
  { name: "posting_title", label: "Title", found: "posting_title", value: (p) => p.posting_title },
  { name: "pay_range", label: "Pay", found: "pay", value: (p) => p.pay_range },
  { name: "location_city", label: "Place", found: "locations", value: (p) => p.location_city },
  {
    name: "location_type",
    label: "Where you work",
    found: "location_type",
    ifDoubtful: true,
    value: (p) => p.location_type,
  },
  {
    name: "employment_type",
    label: "Employment",
    found: "employment_type",
    ifDoubtful: true,
    value: (p) => p.employment_type,
  },
  {
    name: "deadline",
    label: "Closes",
    found: "closes_on",
    type: "date",
    value: (p) => p.closes_on,
  },
];

/** The fields of what was read, and what the person changed in them. */
export function previewFields(posting: Posting) {
  const inputs = new Map<Field, HTMLInputElement>();
  const rows = fields.flatMap((field) => {
    const found = posting.found[field.found];
    const isDoubtful = found?.confidence === "doubtful";
    if (field.ifDoubtful && !isDoubtful) return [];
    const input = element("input", {
      id: field.name,
      type: field.type ?? "text",
      value: field.value(posting) ?? "",
      autocomplete: "off",
    });
    inputs.set(field, input);
    const label = element("label", { htmlFor: field.name }, field.label);
    if (!isDoubtful) return [element("div", { className: "field" }, label, input)];
    const why = element("p", { id: `${field.name}-why` });
    why.append(element("b", {}, "Please check. "), found.why ?? "This is a guess.");
    input.setAttribute("aria-describedby", why.id);
    const choices = (found.choices ?? []).map((choice) =>
      element("button", { type: "button", onclick: () => (input.value = choice) }, choice),
    );
    const row = element("div", { className: "choices" }, ...choices);
    return [element("div", { className: "field doubtful" }, label, input, why, row)];
  });
  const corrections = () =>
    Object.fromEntries(
      [...inputs]
        .filter(([field, input]) => input.value !== (field.value(posting) ?? ""))
        .map(([field, input]) => [field.name, input.value]),
    );
  return { rows, corrections };
}

/** What of the person's own may be the same, in a sentence; null where there is nothing. */
export function knownWords({ known }: Posting): string | null {
  const [first] = known.candidates;
  const [marked] = known.do_not_apply;
  return first?.reason ?? marked?.reason ?? null;
}

const dayMs = 86_400_000;

/** The same for the icon: days since the application, or a sign. */
export function knownMark({ known }: Posting): string {
  const [first] = known.candidates;
  if (!first) return known.do_not_apply.length > 0 ? "!" : "";
  if (!first.applied_at) return "✓";
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(first.applied_at)) / dayMs));
  return days > 99 ? "✓" : `${days}d`;
}

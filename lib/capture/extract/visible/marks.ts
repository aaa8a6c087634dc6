import { boardMarks, commonMarks, itemPropMarks, type MarkField } from "./mark-names.ts";

/** An element that is named for what it holds. */
export type Mark = {
  field: MarkField;
  element: Element;
  /** named as only a known board does, as any site may, or by `itemprop` */
  kind: "board" | "item" | "common";
  framed: boolean;
  inPane: boolean;
};

const testAttributes = [
  "data-testid",
  "data-test",
  "data-automation",
  "data-automation-id",
  "data-qa",
  "data-at",
  "data-ui",
  "data-cy",
  "data-tracking-control-name",
];

/** A name in lower case with its words parted by "-", without a CSS module's hash: "JobDetails_jobTitle__x1Y2z". */
const plainName = (name: string): string =>
  name
    .slice(0, 80)
    .replace(/(?<=[a-z])__[\w-]{5}$/, (hash) => (/[A-Z\d]/.test(hash) ? "" : hash))
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, "-")
    .toLowerCase()
    .replace(/[_\s:.-]+/g, "-")
    .replace(/^-/, "");

const known = new Map<string, Pick<Mark, "field" | "kind"> | null>();
const maxKnown = 5_000;

/** What a name says, alone or as a part of a posting's block ("posting__location", "JobDetails_jobTitle"). */
function readName(name: string): Pick<Mark, "field" | "kind"> | null {
  const plain = plainName(name);
  const board = boardMarks.get(plain);
  if (board) return { field: board, kind: "board" };
  const common = commonMarks.get(plain);
  if (common) return { field: common, kind: "common" };
  const [, part] =
    /^(?:wp-block-)?(?:job|jobs|posting|position|vacancy|opening|career|role|offer|listing)(?:-?(?:details?|page|post|card|ad|header|view|listing|info|single|meta))?-(.{3,40})$/.exec(
      plain,
    ) ?? [];
  const field = part && commonMarks.get(part);
  return field && field !== "card" ? { field, kind: "common" } : null;
}

function nameMark(name: string): Pick<Mark, "field" | "kind"> | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  // The names of a page are few and often used; a hostile page's must not stay.
  if (known.size >= maxKnown) known.clear();
  const mark = name.length > 80 ? null : readName(name);
  known.set(name, mark);
  return mark;
}

const maxScopes = 20;

/** What companies, articles and products have, too. */
const scoped = new Set<MarkField>(["place", "description"]);

/** Whether a property is that of something else, as the company's address in a footer is. */
function isOfOther(element: Element): boolean {
  let types = "";
  let at: Element | null = element.parentElement;
  for (let steps = 0; at && steps < maxScopes; steps++) {
    types += ` ${at.getAttribute("itemtype")?.slice(0, 200) ?? ""}`;
    at = at.parentElement;
  }
  return types.trim() !== "" && !/\/(?:JobPosting|Place)\b/i.test(types);
}

/** What an element's class, id, test attributes and `itemprop` say that it holds; each field once. */
export function marksOf(element: Element): Pick<Mark, "field" | "kind" | "element">[] {
  const names = (element.getAttribute("class") ?? "").slice(0, 500).split(/\s+/).slice(0, 30);
  if (element.id) names.push(element.id);
  for (const attribute of testAttributes) {
    const value = element.getAttribute(attribute);
    if (value) names.push(value);
  }
  const marks = new Map<MarkField, Mark["kind"]>();
  for (const name of names) {
    const mark = name ? nameMark(name) : null;
    if (mark && marks.get(mark.field) !== "board") marks.set(mark.field, mark.kind);
  }
  const item = element.getAttribute("itemprop");
  const field = item && itemPropMarks.get(item.toLowerCase());
  if (field && !marks.has(field) && !(scoped.has(field) && isOfOther(element)))
    marks.set(field, "item");
  return Array.from(marks, ([field, kind]) => ({ field, kind, element }));
}

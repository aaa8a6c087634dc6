/** An object of schema.org's data: its properties by their names in lower case, without a vocabulary's prefix. */
export type Node = ReadonlyMap<string, unknown>;

const maxDepth = 40;
const maxVisited = 60_000;
const maxPostings = 300;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const nameOf = (key: string): string =>
  key
    .slice(0, 200)
    .replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:|@)/i, "")
    .toLowerCase();

/** An object as a node; null for what is none. */
export function nodeOf(value: unknown): Node | null {
  if (value instanceof Map) return value;
  if (!isObject(value)) return null;
  const entries = Object.entries(value).slice(0, 500);
  return new Map(entries.map(([key, each]) => [nameOf(key), each]));
}

/** A value as a list: what is no list has one element, nothing has none. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, 500) : value === undefined || value === null ? [] : [value];

/** Whether a node is of a type: `JobPosting`, `schema:JobPosting`, its whole address, or one of a list. */
const isOfType = (node: Node, type: string): boolean =>
  listOf(node.get("type")).some(
    (each) =>
      typeof each === "string" && each.slice(-60).split(/[/#:]/).at(-1)?.toLowerCase() === type,
  );

export type FoundNodes = {
  postings: Node[];
  /** the nodes that have an `@id`, for those that only name it */
  named: ReadonlyMap<string, Node>;
};

/** The job postings in a page's values, however they are nested, in their order; bounded in depth and number. */
export function findPostings(values: readonly unknown[]): FoundNodes {
  const postings: Node[] = [];
  const named = new Map<string, Node>();
  const waiting: { value: unknown; depth: number; inPosting: boolean }[] = [...values]
    .reverse()
    .map((value) => ({ value, depth: 0, inPosting: false }));
  for (let visited = 0; visited < maxVisited; visited++) {
    const next = waiting.pop();
    if (!next) break;
    const { value, depth } = next;
    if (depth > maxDepth || typeof value !== "object" || value === null) continue;
    let { inPosting } = next;
    if (!Array.isArray(value)) {
      const node = nodeOf(value);
      const id = node?.get("id");
      if (node && typeof id === "string" && node.size > 1 && !named.has(id)) named.set(id, node);
      if (node && !inPosting && isOfType(node, "jobposting")) {
        if (postings.length < maxPostings) postings.push(node);
        inPosting = true;
      }
    }
    const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
    for (let at = Math.min(inner.length, maxVisited) - 1; at >= 0; at--)
      waiting.push({ value: inner[at], depth: depth + 1, inPosting });
  }
  return { postings, named };
}

import { type Node, nodeOf } from "./nodes.ts";

/** Gives a value as a node: an object, or what its `@id` names elsewhere in the page; null for a text. */
export type Resolve = (value: unknown) => Node | null;

/** A `Resolve` by the nodes of a page that have an `@id`. */
export const resolveBy =
  (named: ReadonlyMap<string, Node>): Resolve =>
  (value) => {
    const node = nodeOf(value);
    const id = node?.get("id");
    return node && node.size === 1 && typeof id === "string" ? (named.get(id) ?? node) : node;
  };

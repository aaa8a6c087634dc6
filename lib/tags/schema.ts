import { z } from "zod";
import { parseInput, text, upTo } from "../fields.ts";
import { inputOf } from "../records/derive.ts";
import { tagFields } from "./fields.ts";
import { maxFilterTags, maxTagName, maxTagsOfRow, type TaggedKind, taggedKinds } from "./values.ts";

/** Schema of the API's input. */
export const tagInput = inputOf(tagFields);

export type TagInput = z.infer<ReturnType<typeof tagInput>>;

/** Schema of a tag's name as somebody types it. */
export const tagName = () => text({ max: maxTagName });

/** A tag by its id, or by its name. */
const tagOrName = z.union([z.int().positive(), z.string()], {
  error: "Name a tag by its id or its name.",
});

/** Schema of a row's tags; a name that there is not yet becomes a tag. */
export const rowTagsInput = () =>
  z.object({
    tags: upTo(maxTagsOfRow, z.array(tagOrName)).transform((tags) => tags.map(readName)),
  });

// A name has the same faults wherever it is given.
const readName = (tag: number | string) =>
  typeof tag === "string" ? parseInput(z.object({ tags: tagName() }), { tags: tag }).tags : tag;

/** A row that tags are put on. */
export type TaggedRow = { kind: TaggedKind; id: number };

/** Schema of such a row as a page names it; a company is named otherwise, since it need not have a row yet. */
export const taggedRow = z.object({
  kind: z.enum(taggedKinds).exclude(["company"]),
  id: z.int().positive(),
});

export type NamedRow = z.infer<typeof taggedRow>;

const change = z.array(z.union([z.int().positive(), tagName()])).max(maxTagsOfRow);

/** Schema of what is changed in a row's tags: those that are put on, by id or name, and the ids of those taken off. */
export const tagsChange = z.object({
  add: change.default([]),
  remove: z.array(z.int().positive()).max(maxTagsOfRow).default([]),
});

export type TagsChange = z.input<typeof tagsChange>;

/** Schema of names as they are typed in one field, with commas in between. */
export const typedTags = z
  .string()
  .max(maxTagsOfRow * (maxTagName + 2))
  .default("")
  .transform((typed, ctx) => {
    const read = z.array(tagName()).max(maxTagsOfRow).safeParse(namesIn(typed));
    if (read.success) return read.data;
    const message = `Up to ${maxTagsOfRow} tags, of up to ${maxTagName} characters each.`;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const namesIn = (typed: string) => typed.split(",").filter((name) => name.trim() !== "");

const ids = z.unknown().transform((value): number[] | undefined => {
  const found = [value].flat().flatMap((each) => String(each ?? "").split(","));
  const read = found.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);
  return read.length > 0 ? [...new Set(read)].slice(0, maxFilterTags) : undefined;
});

/** Query parameters of a list: the tags that a row must have all of, and those of which it must have none. */
export const tagParameters = { tag: ids.optional(), not_tag: ids.optional() };

export type TagFilter = { tag?: number[]; not_tag?: number[] };

import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { tagsOf } from "../tags/queries.ts";
import { changeTags, replaceTags } from "../tags/row-tags.ts";
import type { Tag } from "../tags/values.ts";
import { companyRow } from "./commands.ts";
import type { Company } from "./queries.ts";

type Named = readonly (number | string)[];

const taggedCompany = (id: number) => ({ kind: "company", id }) as const;

/** The tags of a company, by name. */
export const tagsOfCompany = async (actor: Actor, { id }: Company): Promise<Tag[]> =>
  id === null ? [] : tagsOf(actor, taggedCompany(id));

/** Puts tags on a company, and takes others off. Throws as `changeTags` does. */
export async function changeCompanyTags(
  actor: Actor,
  found: Company,
  change: { add?: Named; remove?: readonly number[] },
): Promise<void> {
  const { id } = await companyRow(actor, found);
  await changeTags(actor, taggedCompany(id), change);
}

/** Gives a company exactly these tags, by id or name; says which they are. Throws as `changeTags` does. */
export async function replaceCompanyTags(
  actor: Actor,
  found: Company,
  tags: Named,
): Promise<Tag[]> {
  if (found.id === null && tags.length === 0) return [];
  const { id } = await companyRow(actor, found);
  return replaceTags(actor, taggedCompany(id), tags);
}

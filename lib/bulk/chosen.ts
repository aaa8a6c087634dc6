import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { fittingOpportunities } from "../opportunities/queries.ts";
import { opportunityFilter } from "../opportunities/schema.ts";
import { fittingPostings } from "../postings/queries.ts";
import { postingFilter } from "../postings/schema.ts";
import { requireTags } from "../tags/queries.ts";
import type { TagFilter } from "../tags/schema.ts";
import type { BulkInput } from "./schema.ts";

/** SQL for the ids of the rows that a change is for. Throws `Invalid` where neither ids nor a filter say so, or both. */
export async function chosenRows(
  actor: Actor,
  { kind, ids, filter }: Pick<BulkInput, "kind" | "ids" | "filter">,
): Promise<SQL> {
  if ((filter === undefined) === (ids === undefined)) {
    throw new Invalid({ ids: ["Send ids or a filter, and not both."] });
  }
  if (filter === undefined) {
    return sql`select distinct value as id from json_each(${JSON.stringify(ids)})`;
  }
  const where =
    kind === "job_posting"
      ? await fittingPostings(actor, await tagsIn(actor, exactly(postingFilter, filter)))
      : await fittingOpportunities(actor, await tagsIn(actor, exactly(opportunityFilter, filter)));
  return sql`select ${sql.identifier(kind)}.id as id from ${sql.identifier(kind)} where ${where}`;
}

async function tagsIn<Filter extends TagFilter>(actor: Actor, filter: Filter): Promise<Filter> {
  await requireTags(actor, filter);
  return filter;
}

/**
 * A list's filter as its page reads it. The page drops what it does not understand; here that would choose more rows
 * than were meant. Throws `Invalid`.
 */
function exactly<Schema extends z.ZodType>(
  schema: Schema,
  filter: NonNullable<BulkInput["filter"]>,
): z.output<Schema> {
  const read = schema.parse(filter) as Record<string, unknown>;
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === "") continue;
    if (!Object.hasOwn(read, name) || String(read[name]) !== String(value).trim())
      throw new Invalid({ filter: [`“${name}” is no filter of this list, or has no such value.`] });
  }
  return read as z.output<Schema>;
}

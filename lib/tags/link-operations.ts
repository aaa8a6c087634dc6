import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { tagLink } from "../../db/schema/tags.ts";
import { listOperation } from "../http/list-response.ts";
import { collection } from "../lists/collection.ts";
import { representation } from "../records/representation.ts";
import { tagResource } from "./resource.ts";
import { type TaggedKind, taggedKinds } from "./values.ts";

const linkColumns = taggedKinds.map((kind) => `${kind}_id` as const);

const link = representation(
  "TagLink",
  {
    id: "integer",
    tag_id: "integer",
    job_posting_id: "integer",
    email_opportunity_id: "integer",
    contact_id: "integer",
    company_id: "integer",
  },
  linkColumns,
);

// What is in the trash, and what a deleted tag was on, is not there until that comes back.
const isNoneOf = (kind: TaggedKind) => sql`not exists (select 1 from ${sql.identifier(kind)} r
  where r.id = tag_link.${sql.identifier(`${kind}_id`)} and r.deleted_at is not null)`;
const hasTag = sql`exists (select 1 from tag g where g.id = tag_link.tag_id and g.deleted_at is null)`;

export const listTagLinks = listOperation({
  id: "list_tag_links",
  path: "/api/tag/links/",
  tag: tagResource.tag,
  summary: "Which of your tags is on what, by id",
  list: collection({
    table: tagLink,
    scope: and(eq(tagLink.user_id, sql.placeholder("user")), hasTag, ...taggedKinds.map(isNoneOf)),
    representation: link,
    fields: link,
  }),
  sample: {
    id: 8,
    tag_id: 1,
    job_posting_id: 7,
    email_opportunity_id: null,
    contact_id: null,
    company_id: null,
  },
});

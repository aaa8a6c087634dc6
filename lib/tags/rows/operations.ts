import "server-only";
import { and, sql } from "drizzle-orm";
import { z } from "zod";
import { tag } from "../../../db/schema/tags.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { getCompany } from "../../companies/queries.ts";
import { nameParam } from "../../companies/schema.ts";
import { replaceCompanyTags } from "../../companies/tags.ts";
import { getContact } from "../../contacts/queries.ts";
import { listOperation, listResponse, sublistOperation } from "../../http/list-response.ts";
import { idParam, type Operation, ok, operation } from "../../http/operation.ts";
import { collection } from "../../lists/collection.ts";
import { getOpportunity } from "../../opportunities/queries.ts";
import { getPosting } from "../../postings/queries.ts";
import { live } from "../../records/conditions.ts";
import { representation } from "../../records/representation.ts";
import { refusals } from "../operations.ts";
import { tagResource } from "../resource.ts";
import { replaceTags } from "../row-tags.ts";
import { rowTagsInput } from "../schema.ts";
import type { TaggedKind } from "../values.ts";

const shown = representation("TagOfRow", { id: "integer", name: "text", hue: "text" });
const sample = { id: 1, name: "dream", hue: "teal" };

type Tagged = {
  kind: TaggedKind;
  /** the last word of its ids, and the noun of its summaries */
  of: string;
  a: string;
  find: (actor: Actor, id: number) => Promise<{ id: number }>;
};

/** The list of the tags of one row of a kind. */
const listOf = (kind: TaggedKind) =>
  collection({
    table: tag,
    scope: and(
      live(tag),
      sql`id in (select tag_id from tag_link
        where ${sql.identifier(`${kind}_id`)} = ${sql.placeholder("parent")})`,
    ),
    representation: shown,
    fields: shown,
  });

const bodyOf = {
  body: rowTagsInput,
  example: { request: { tags: [1, "maybe later"] }, response: [sample] },
};
const replaced = { 200: { description: "Its tags, by name", schema: z.array(shown.schema) } };
const invalid = { 400: { description: "What is wrong at each field" } };
const replacing = (a: string) =>
  `Give ${a} exactly these tags, by id or name; a name that there is not yet becomes a tag`;

/** Reading and replacing the tags of a row. */
function tagsOfRow({ kind, of, a, find }: Tagged) {
  const path = `/api/${kind}/{id}/tags/`;
  return {
    list: sublistOperation(find, {
      id: `list_${of}_tags`,
      path,
      tag: tagResource.tag,
      summary: `The tags of ${a}, by id`,
      list: listOf(kind),
      sample,
    }),
    replace: operation({
      id: `replace_${of}_tags`,
      method: "PUT",
      path,
      tag: tagResource.tag,
      summary: replacing(a),
      access: "user",
      params: idParam,
      ...bodyOf,
      responses: {
        ...replaced,
        ...invalid,
        403: { description: "It is another person's" },
        ...refusals,
      },
      run: async ({ actor, params, read }) => {
        const { id } = await find(actor, params.id);
        const found = await replaceTags(actor, { kind, id }, (await read()).tags);
        return ok(found.map((row) => shown.one(row, actor.time_zone)));
      },
    }),
  };
}

const postingTags = tagsOfRow({
  kind: "job_posting",
  of: "posting",
  a: "a posting",
  find: getPosting,
});

const opportunityTags = tagsOfRow({
  kind: "email_opportunity",
  of: "opportunity",
  a: "an opportunity",
  find: getOpportunity,
});

const contactTags = tagsOfRow({
  kind: "contact",
  of: "contact",
  a: "a contact",
  find: getContact,
});

const ofCompany = {
  path: "/api/company/{name}/tags/",
  tag: tagResource.tag,
  params: nameParam,
};
const noName = { 404: { description: "No company’s name" } };
const tagsOfCompany = listOf("company");
const listed = listOperation({
  ...ofCompany,
  id: "list_company_tags",
  summary: "The tags of a company, by id",
  list: tagsOfCompany,
  sample,
});

const companyTags = {
  list: operation({
    ...listed,
    params: nameParam,
    responses: { ...listed.responses, ...noName },
    run: async ({ actor, url, params }) => {
      const { id } = await getCompany(actor, params.name);
      return listResponse(tagsOfCompany, { actor, url }, id ?? 0);
    },
  }),
  replace: operation({
    ...ofCompany,
    ...bodyOf,
    id: "replace_company_tags",
    method: "PUT",
    summary: replacing("a company"),
    access: "user",
    responses: { ...replaced, ...invalid, ...noName, 409: refusals[409] },
    run: async ({ actor, params, read }) => {
      const company = await getCompany(actor, params.name);
      const found = await replaceCompanyTags(actor, company, (await read()).tags);
      return ok(found.map((row) => shown.one(row, actor.time_zone)));
    },
  }),
};

/** Reading and replacing the tags of everything that can have some. */
export const rowTags = [postingTags, opportunityTags, contactTags, companyTags].flatMap(
  (each): Operation[] => Object.values(each),
);

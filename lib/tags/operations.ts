import "server-only";
import { and, sql } from "drizzle-orm";
import { z } from "zod";
import { tag } from "../../db/schema/tags.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { getContact } from "../contacts/queries.ts";
import { sublistOperation } from "../http/list-response.ts";
import { idParam, noContent, ok, operation } from "../http/operation.ts";
import { resource } from "../http/resource.ts";
import { collection, liveCollection } from "../lists/collection.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { getPosting } from "../postings/queries.ts";
import { live } from "../records/conditions.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { representation } from "../records/representation.ts";
import { createTag, deleteTag, restoreTag, updateTag } from "./commands.ts";
import { getTag } from "./queries.ts";
import { tagResource } from "./resource.ts";
import { replaceTags } from "./row-tags.ts";
import { rowTagsInput, tagInput } from "./schema.ts";
import type { TaggedKind } from "./values.ts";

const wholeTag = representationOf("Tag", tagResource.fields);
const refusals = {
  404: { description: "It does not exist" },
  409: { description: "There are as many tags as there may be" },
};

const plain = resource(tagResource, {
  representation: wholeTag,
  sample: sampleOf(tagResource.fields),
  list: liveCollection(tag, wholeTag),
  body: tagInput,
  partialBody: (zone) => tagInput(zone).partial(),
  find: getTag,
  create: createTag,
  update: updateTag,
  remove: deleteTag,
});

export const tags = {
  ...plain,
  create: { ...plain.create, responses: { ...plain.create.responses, 409: refusals[409] } },
  remove: {
    ...plain.remove,
    summary: "Delete a tag, which takes it off everything; for 30 days it can be restored",
  },
  restore: operation({
    id: "restore_tag",
    method: "POST",
    path: "/api/tag/{id}/restore",
    tag: tagResource.tag,
    summary: "Bring back a deleted tag, on everything that had it",
    access: "user",
    params: idParam,
    responses: {
      204: { description: "It is back" },
      404: { description: "There is no such deleted tag" },
      409: { description: "Another tag has its name by now" },
    },
    run: async ({ actor, params }) => {
      await restoreTag(actor, params.id);
      return noContent;
    },
  }),
};

const shown = representation("TagOfRow", { id: "integer", name: "text", hue: "text" });
const sample = { id: 1, name: "dream", hue: "teal" };

type Tagged = {
  kind: TaggedKind;
  /** the last word of its ids, and the noun of its summaries */
  of: string;
  a: string;
  find: (actor: Actor, id: number) => Promise<{ id: number }>;
};

/** Reading and replacing the tags of a row. */
function tagsOfRow({ kind, of, a, find }: Tagged) {
  const path = `/api/${kind}/{id}/tags/`;
  const link = sql.identifier(`${kind}_id`);
  return {
    list: sublistOperation(find, {
      id: `list_${of}_tags`,
      path,
      tag: tagResource.tag,
      summary: `The tags of ${a}, by id`,
      list: collection({
        table: tag,
        scope: and(
          live(tag),
          sql`id in (select tag_id from tag_link where ${link} = ${sql.placeholder("parent")})`,
        ),
        representation: shown,
        fields: shown,
      }),
      sample,
    }),
    replace: operation({
      id: `replace_${of}_tags`,
      method: "PUT",
      path,
      tag: tagResource.tag,
      summary: `Give ${a} exactly these tags, by id or name; a name that there is not yet becomes a tag`,
      access: "user",
      params: idParam,
      body: rowTagsInput,
      example: { request: { tags: [1, "maybe later"] }, response: [sample] },
      responses: {
        200: { description: "Its tags, by name", schema: z.array(shown.schema) },
        400: { description: "What is wrong at each field" },
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

export const postingTags = tagsOfRow({
  kind: "job_posting",
  of: "posting",
  a: "a posting",
  find: getPosting,
});

export const opportunityTags = tagsOfRow({
  kind: "email_opportunity",
  of: "opportunity",
  a: "an opportunity",
  find: getOpportunity,
});

export const contactTags = tagsOfRow({
  kind: "contact",
  of: "contact",
  a: "a contact",
  find: getContact,
});

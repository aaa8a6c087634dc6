import "server-only";
import { tag } from "../../db/schema/tags.ts";
import { idParam, noContent, operation } from "../http/operation.ts";
import { resource } from "../http/resource.ts";
import { liveCollection } from "../lists/collection.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { createTag, deleteTag, restoreTag, updateTag } from "./commands.ts";
import { getTag } from "./queries.ts";
import { tagResource } from "./resource.ts";
import { tagInput } from "./schema.ts";

const wholeTag = representationOf("Tag", tagResource.fields);
/** What tags are refused with, in words. */
export const refusals = {
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

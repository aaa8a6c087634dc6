import "server-only";
import { z } from "zod";
import { idParam, noContent, operation } from "../http/operation.ts";
import { kindNames } from "../kinds.ts";
import { jsonPage } from "../lists/json-page.ts";
import { pageLinks, requestedPage } from "../lists/paging.ts";
import { representation } from "../records/representation.ts";
import { emptyTrash, purge, restore } from "./commands.ts";
import { trashRows } from "./queries.ts";

const thing = representation("InTrash", {
  kind: "text",
  id: "integer",
  name: "text",
  detail: "text",
  deleted_at: "instant",
  posting_count: "integer",
  days_left: "integer",
});

const one = {
  tag: "Trash",
  access: "user" as const,
  params: idParam.extend({ kind: z.enum(kindNames) }),
};
const missing = { 404: { description: "It is not in your trash" } };
/** The list's order, as its cursors name it. */
const order = "-deleted_at";

export const listTrash = operation({
  id: "list_trash",
  method: "GET",
  path: "/api/trash/",
  tag: "Trash",
  summary: "What you deleted in the last 30 days, the last deleted first",
  access: "user",
  paged: true,
  responses: { 200: { description: "The list", schema: z.array(thing.schema) } },
  example: {
    response: [
      {
        kind: "job_posting",
        id: 7,
        name: "Fern & Field",
        detail: "Backend developer",
        deleted_at: "2024-05-01T10:00:00-07:00",
        posting_count: 0,
        days_left: 30,
      },
    ],
  },
  run: async ({ actor, url }) => {
    const page = requestedPage(url.searchParams, order);
    const { json, next } = await jsonPage(page ?? { limit: Number.POSITIVE_INFINITY }, {
      order,
      read: (chunk) => trashRows(actor, chunk),
      positionOf: ({ deleted_at, position }) => ({ value: deleted_at, id: position }),
      wire: (row) => thing.one(row, actor.time_zone),
    });
    return { status: 200, json, headers: page ? pageLinks(url, next) : {} };
  },
});

export const restoreFromTrash = operation({
  ...one,
  id: "restore",
  method: "POST",
  path: "/api/trash/{kind}/{id}/restore",
  summary: "Bring back what was deleted: a site with the postings that went with it",
  responses: { 204: { description: "It is back" }, ...missing },
  run: async ({ actor, params }) => {
    await restore(actor, params.kind, params.id);
    return noContent;
  },
});

export const purgeFromTrash = operation({
  ...one,
  id: "purge",
  method: "DELETE",
  path: "/api/trash/{kind}/{id}",
  summary: "Remove it for good",
  responses: { 204: { description: "Gone for good" }, ...missing },
  run: async ({ actor, params }) => {
    await purge(actor, params.kind, params.id);
    return noContent;
  },
});

export const clearTrash = operation({
  id: "empty_trash",
  method: "DELETE",
  path: "/api/trash/",
  tag: "Trash",
  summary: "Remove all of it for good",
  access: "user",
  responses: { 204: { description: "The trash is empty" } },
  run: async ({ actor }) => {
    await emptyTrash(actor);
    return noContent;
  },
});

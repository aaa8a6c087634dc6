import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { bulkChange } from "../../db/schema/bulk.ts";
import { listOperation } from "../http/list-response.ts";
import { idParam, ok, operation } from "../http/operation.ts";
import { collection } from "../lists/collection.ts";
import { representation } from "../records/representation.ts";
import { advance, beginBulkChange, beginUndo } from "./commands.ts";
import { getBulkChange } from "./queries.ts";
import { bulkInput } from "./schema.ts";
import { keepBulkDays } from "./values.ts";

const path = "/api/bulk_change/";
const tag = "Bulk changes";

const shown = representation(
  "BulkChange",
  {
    id: "integer",
    kind: "text",
    change: "json",
    state: "text",
    total: "integer",
    changed: "integer",
    skipped: "integer",
    undone: "integer",
    kept: "integer",
    created_at: "instant",
    undone_at: "instant",
  },
  ["undone_at"],
);

const request = {
  kind: "job_posting",
  ids: [3, 5, 8],
  change: { action: "status", status: "3 - Rejected" },
};

const sample = {
  id: 1,
  kind: request.kind,
  change: request.change,
  state: "done",
  total: 3,
  changed: 2,
  skipped: 1,
  undone: 0,
  kept: 0,
  created_at: "2024-05-01T10:00:00-07:00",
  undone_at: null,
};

const mine = eq(bulkChange.user_id, sql.placeholder("user"));
const isKept = sql`${bulkChange.created_at} >
  strftime('%Y-%m-%dT%H:%M:%f', 'now', ${sql.raw(`'-${keepBulkDays} days'`)})`;

export const listBulkChanges = listOperation({
  id: "list_bulk_changes",
  path,
  tag,
  summary: "Your changes of many at once in the last 30 days, by id",
  list: collection({
    table: bulkChange,
    scope: and(mine, isKept),
    representation: shown,
    fields: shown,
  }),
  sample,
});

export const changeMany = operation({
  id: "create_bulk_change",
  method: "POST",
  path,
  tag,
  summary:
    "Change many postings or opportunities at once: those of these ids, or all that fit a filter",
  access: "user",
  body: bulkInput,
  responses: {
    201: { description: "What was changed", schema: shown.schema },
    400: { description: "What is wrong at each field" },
  },
  example: { request, response: sample },
  run: async ({ actor, read }) => {
    const change = await advance(actor, await beginBulkChange(actor, await read()));
    return { status: 201, body: shown.one(change, actor.time_zone) };
  },
});

export const undoBulkChange = operation({
  id: "undo_bulk_change",
  method: "POST",
  path: `${path}{id}/undo/`,
  tag,
  summary: "Put back what a change of many did, but for what was changed since",
  access: "user",
  params: idParam,
  responses: {
    200: { description: "What was put back", schema: shown.schema },
    403: { description: "It is another person's" },
    404: { description: "There is no such change" },
    409: { description: "It is undone already, or too old" },
  },
  example: { response: { ...sample, state: "undone", undone: 2 } },
  run: async ({ actor, params }) => {
    const begun = await beginUndo(actor, await getBulkChange(actor, params.id));
    return ok(shown.one(await advance(actor, begun), actor.time_zone));
  },
});

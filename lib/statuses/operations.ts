import "server-only";
import { eq, sql } from "drizzle-orm";
import { statusWord } from "../../db/schema/statuses.ts";
import { requireIfMatch } from "../http/etag.ts";
import { listOperation } from "../http/list-response.ts";
import { created, idParam, noContent, ok, operation } from "../http/operation.ts";
import { collection } from "../lists/collection.ts";
import { representation } from "../records/representation.ts";
import { createStatus, deleteStatus, updateStatus } from "./commands.ts";
import { getStatusWord } from "./queries.ts";
import { statusChangeInput, statusInput } from "./schema.ts";

const fields = {
  id: "integer",
  subject: "text",
  text: "text",
  kind: "text",
  label: "text",
  hue: "text",
  place: "integer",
  is_hidden: "boolean",
  is_default: "boolean",
  user: "integer",
} as const;

const shown = representation("Status", fields, ["hue", "place"]);

const request = {
  subject: "posting",
  text: "Take-home",
  kind: "engaged",
  label: "Take-home task",
  hue: "offer",
  place: 6001,
  is_hidden: false,
  is_default: false,
};
const sample = { id: 1, ...request, user: 1 };

const tag = "Statuses";
const [path, item] = ["/api/status/", "/api/status/{id}"];
const badRequest = { 400: { description: "What is wrong at each field" } };
const notYours = {
  403: { description: "The status is another person's" },
  404: { description: "There is no such status" },
};

const list = collection({
  table: statusWord,
  scope: eq(statusWord.user_id, sql.placeholder("user")),
  representation: shown,
  fields: shown,
});

const listStatuses = listOperation({
  id: "list_status",
  path,
  tag,
  summary:
    "The statuses and stages that you added, and documented ones whose label, colour or place you changed",
  list,
  sample,
});

const create = operation({
  id: "create_status",
  method: "POST",
  path,
  tag,
  summary: "Add a status or a stage, or change the label, colour or place of a documented one",
  access: "user",
  body: statusInput,
  example: { request, response: sample },
  responses: { 201: { description: "Created", schema: shown.schema }, ...badRequest },
  run: async ({ actor, read }) => {
    const row = await createStatus(actor, await read());
    return created(`/api/status/${row.id}`, shown.one(row, actor.time_zone));
  },
});

const read = operation({
  id: "read_status",
  method: "GET",
  path: item,
  tag,
  summary: "One status or stage of yours",
  access: "user",
  params: idParam,
  example: { response: sample },
  responses: { 200: { description: "The status", schema: shown.schema }, ...notYours },
  run: async ({ actor, params }) =>
    ok(shown.one(await getStatusWord(actor, params.id), actor.time_zone)),
});

const change = (id: string, method: "PUT" | "PATCH", summary: string, example: object) =>
  operation({
    id,
    method,
    path: item,
    tag,
    summary,
    access: "user",
    params: idParam,
    body: statusChangeInput,
    partial: true,
    conditional: true,
    ...(method === "PATCH" ? { mergePatch: true } : {}),
    example: { request: example },
    responses: { 204: { description: "Changed" }, ...badRequest, ...notYours },
    run: async ({ actor, params, read, request: sent }) => {
      const row = await getStatusWord(actor, params.id);
      requireIfMatch(sent, shown.one(row, actor.time_zone));
      await updateStatus(actor, row, await read());
      return noContent;
    },
  });

const remove = operation({
  id: "delete_status",
  method: "DELETE",
  path: item,
  tag,
  summary: "Remove a status that nothing has; a documented one is as it was",
  access: "user",
  params: idParam,
  conditional: true,
  responses: {
    204: { description: "Gone" },
    ...notYours,
    409: { description: "Something still has it: move that to another first" },
  },
  run: async ({ actor, params, request: sent }) => {
    const row = await getStatusWord(actor, params.id);
    requireIfMatch(sent, shown.one(row, actor.time_zone));
    await deleteStatus(actor, row);
    return noContent;
  },
});

export const statusWords = {
  list: listStatuses,
  create,
  read,
  replace: change("update_status", "PUT", "Change a status; what is not sent is kept", request),
  patch: change("patch_status", "PATCH", "Change some fields of a status", { kind: "waiting" }),
  remove,
};

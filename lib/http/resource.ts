import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Statement } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { FieldErrors } from "../errors.ts";
import type { Collection } from "../lists/collection.ts";
import type { Kind } from "../records/kind.ts";
import type { Representation } from "../records/representation.ts";
import { isVersionConflict, requireVersion } from "../records/version-check.ts";
import { requireIfMatch } from "./etag.ts";
import { listOperation } from "./list-response.ts";
import {
  type BodyShape,
  created,
  idParam,
  noContent,
  type OperationResult,
  ok,
  operation,
} from "./operation.ts";
import type { ApiRequest } from "./request.ts";

type Row = { id: number; updated_at: string } & Record<string, unknown>;

/** What makes a table a resource of the API. */
type Resource<Body, Found extends Row> = {
  representation: Representation;
  /** one of it, to read */
  sample: Record<string, unknown>;
  list: Collection;
  body: BodyShape<Body>;
  partialBody: BodyShape<Partial<Body>>;
  check?: (actor: Actor, fields: Record<string, unknown>) => Promise<FieldErrors>;
  find: (actor: Actor, id: number) => Promise<Found>;
  create: (actor: Actor, body: Body) => Promise<Row>;
  /** both in one transaction with the statements that are to come `first` */
  update: (
    actor: Actor,
    found: Found,
    body: Partial<Body>,
    preconditions: Statement[],
  ) => Promise<void>;
  remove: (actor: Actor, found: Found, preconditions: Statement[]) => Promise<unknown>;
};

type ConditionalChange<Found> = {
  request: ApiRequest;
  table: SQLiteTable;
  find: () => Promise<Found>;
  /** what the client was shown of it */
  represent: (found: Found) => unknown;
  change: (found: Found, preconditions: Statement[]) => Promise<unknown>;
};

/**
 * Changes a row that is still what the client read, where it says so by If-Match: the transaction asks once more
 * whether it was saved since it was compared. Throws 412.
 */
export async function changeIfMatch<Found extends Row>(
  definition: ConditionalChange<Found>,
): Promise<OperationResult> {
  for (;;) {
    const found = await definition.find();
    const hasIfMatch = requireIfMatch(definition.request, definition.represent(found));
    try {
      await definition.change(found, hasIfMatch ? [requireVersion(definition.table, found)] : []);
      return noContent;
    } catch (error) {
      if (!isVersionConflict(error)) throw error;
    }
  }
}

/** What both ways to change a resource have in common: PUT is documented, PATCH is ours. */
export const changeOptions = (method: "PUT" | "PATCH") =>
  method === "PUT"
    ? ({ conditional: true } as const)
    : ({ conditional: true, partial: true, mergePatch: true } as const);

/** The six operations that every kind of thing has: list, create, read, replace, patch and delete. */
export function resource<Body, Found extends Row>(
  { name, thing, tag, table }: Kind,
  definition: Resource<Body, Found>,
) {
  const [path, item] = [`/api/${name}/`, `/api/${name}/{id}`];
  const common = { tag, access: "user" as const };
  const refusals = {
    403: { description: `The ${thing} is another person's` },
    404: { description: `There is no such ${thing}` },
  };
  const changed = {
    204: { description: "Changed" },
    400: { description: "What is wrong at each field" },
    ...refusals,
  };
  const { id: _, user: __, ...request } = definition.sample;
  const partialRequest = Object.fromEntries(Object.entries(request).slice(0, 2));
  const conditionalChange = (actor: Actor, id: number, request: ApiRequest) => ({
    request,
    table,
    find: () => definition.find(actor, id),
    represent: (found: Found) => definition.representation.one(found, actor.time_zone),
  });
  const change = (
    id: string,
    method: "PUT" | "PATCH",
    body: BodyShape<Partial<Body>>,
    summary: string,
  ) =>
    operation({
      ...common,
      id,
      method,
      path: item,
      summary,
      params: idParam,
      body,
      check: definition.check,
      ...changeOptions(method),
      example: { request: method === "PATCH" ? partialRequest : request },
      responses: changed,
      run: ({ actor, params, read, request }) =>
        changeIfMatch({
          ...conditionalChange(actor, params.id, request),
          change: async (found, preconditions) =>
            definition.update(actor, found, await read(), preconditions),
        }),
    });
  return {
    list: listOperation({
      id: `list_${name}`,
      path,
      tag,
      summary: `Your ${thing}s, by id`,
      list: definition.list,
      sample: definition.sample,
    }),
    create: operation({
      ...common,
      id: `create_${name}`,
      method: "POST",
      path,
      summary: `Add a ${thing}`,
      body: definition.body,
      check: definition.check,
      example: { request, response: definition.sample },
      responses: {
        201: { description: "Created", schema: definition.representation.schema },
        400: { description: "What is wrong at each field" },
      },
      run: async ({ actor, read }) => {
        const row = await definition.create(actor, await read());
        return created(
          `/api/${name}/${row.id}`,
          definition.representation.one(row, actor.time_zone),
        );
      },
    }),
    read: operation({
      ...common,
      id: `read_${name}`,
      method: "GET",
      path: item,
      summary: `One ${thing}`,
      example: { response: definition.sample },
      params: idParam,
      responses: {
        200: { description: `The ${thing}`, schema: definition.representation.schema },
        ...refusals,
      },
      run: async ({ actor, params }) =>
        ok(definition.representation.one(await definition.find(actor, params.id), actor.time_zone)),
    }),
    replace: change(
      `update_${name}`,
      "PUT",
      definition.body as BodyShape<Partial<Body>>,
      `Change a ${thing}; what is not sent is kept`,
    ),
    patch: change(
      `patch_${name}`,
      "PATCH",
      definition.partialBody,
      `Change some fields of a ${thing}`,
    ),
    remove: operation({
      ...common,
      id: `delete_${name}`,
      method: "DELETE",
      path: item,
      summary: `Move a ${thing} to the trash`,
      params: idParam,
      conditional: true,
      responses: { 204: { description: "Gone" }, ...refusals },
      run: ({ actor, params, request }) =>
        changeIfMatch({
          ...conditionalChange(actor, params.id, request),
          change: (found, preconditions) => definition.remove(actor, found, preconditions),
        }),
    }),
  };
}

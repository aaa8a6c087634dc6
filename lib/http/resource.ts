import type { Statement } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { toInstant } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import type { FieldErrors } from "../errors.ts";
import type { Collection } from "../lists/collection.ts";
import type { Kind } from "../records/kind.ts";
import type { Representation } from "../records/representation.ts";
import { isVersionConflict, maxTries, requireVersion } from "../records/version-check.ts";
import { changedMeanwhile, requireIfMatch } from "./etag.ts";
import { listOperation } from "./list-response.ts";
import {
  type BodyShape,
  type Call,
  created,
  idParam,
  noContent,
  type Operation,
  type OperationResult,
  ok,
  operation,
} from "./operation.ts";

export type Row = { id: number; updated_at: string } & Record<string, unknown>;

/** Writes a body to a row, in one transaction with the statements that are to come first. */
export type Update<Body, Found extends Row> = (
  actor: Actor,
  found: Found,
  body: Body,
  preconditions: Statement[],
) => Promise<void>;

/** What is said of a resource besides its operations. */
type Described = Pick<Kind, "name" | "table" | "fields" | "thing" | "tag">;

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
  update: Update<Partial<Body>, Found>;
  remove: (actor: Actor, found: Found, preconditions: Statement[]) => Promise<unknown>;
};

/** What the operations on one row have in common. */
type RowOperation<Found extends Row> = Pick<Operation, "id" | "path" | "summary"> & {
  representation: Representation;
  /** an answer or a request, to read */
  sample: object;
  find: (actor: Actor, id: number) => Promise<Found>;
};

/**
 * Changes a row that is still what the client read, where it says so by If-Match: the transaction asks once more
 * whether it was saved since it was compared, and tries again a few times. Throws 412.
 */
async function changeIfMatch<Found extends Row>(
  { actor, params, request }: Call<{ id: number }, unknown>,
  { table }: Described,
  { representation, find }: Pick<RowOperation<Found>, "representation" | "find">,
  change: (found: Found, preconditions: Statement[]) => Promise<unknown>,
): Promise<OperationResult> {
  for (let tries = 1; ; tries += 1) {
    const found = await find(actor, params.id);
    const hasIfMatch = requireIfMatch(request, representation.one(found, actor.time_zone));
    try {
      await change(found, hasIfMatch ? [requireVersion(table, found)] : []);
      return noContent;
    } catch (error) {
      if (!isVersionConflict(error)) throw error;
      if (tries === maxTries) throw changedMeanwhile();
    }
  }
}

const errorResponses = (thing: string) => ({
  403: { description: `The ${thing} is another person's` },
  404: { description: `There is no such ${thing}` },
});
const badRequest = { 400: { description: "What is wrong at each field" } };

/** Declares an operation that reads a row, whole or in part. */
export const readOperation = <Found extends Row>(
  { thing, tag }: Described,
  what: string,
  { representation, sample, find, ...definition }: RowOperation<Found>,
) =>
  operation({
    ...definition,
    method: "GET",
    tag,
    access: "user",
    params: idParam,
    example: { response: sample },
    responses: {
      200: { description: `The ${what}`, schema: representation.schema },
      ...errorResponses(thing),
    },
    run: async ({ actor, params }) =>
      ok(representation.one(await find(actor, params.id), actor.time_zone)),
  });

type ChangeOperation<Body, Found extends Row> = RowOperation<Found> & {
  body: BodyShape<Body>;
  check?: Resource<Body, Found>["check"];
  update: Update<Body, Found>;
};

/** Declares an operation that changes a row. PUT is documented, PATCH is ours. */
export const changeOperation = <Body, Found extends Row>(
  kind: Described,
  method: "PUT" | "PATCH",
  { representation, sample, find, update, ...definition }: ChangeOperation<Body, Found>,
) =>
  operation({
    ...definition,
    method,
    tag: kind.tag,
    access: "user",
    params: idParam,
    conditional: true,
    ...(method === "PATCH" ? { partial: true, mergePatch: true } : {}),
    example: { request: sample },
    responses: { 204: { description: "Changed" }, ...badRequest, ...errorResponses(kind.thing) },
    run: (call) =>
      changeIfMatch(call, kind, { representation, find }, async (found, preconditions) =>
        update(
          call.actor,
          found,
          keepDays(kind, await call.read(), found, call.actor),
          preconditions,
        ),
      ),
  });

/** The body, without the instants that only repeat what the API shows for a stored day without a time. */
function keepDays<Body>({ fields }: Described, body: Body, found: Row, { time_zone }: Actor): Body {
  const repeats = ([name, value]: [string, unknown]) => {
    const stored = fields[name]?.wire === "instant" ? found[name] : null;
    return (
      typeof stored === "string" && isDayValue(stored) && value === toInstant(stored, time_zone)
    );
  };
  const sent = Object.entries(body as Record<string, unknown>);
  return Object.fromEntries(sent.filter((entry) => !repeats(entry))) as Body;
}

/** The six operations that every kind of thing has: list, create, read, replace, patch and delete. */
export function resource<Body, Found extends Row>(
  kind: Described,
  definition: Resource<Body, Found>,
) {
  const { name, thing, tag } = kind;
  const { representation, sample, list, body, partialBody, check, find, update } = definition;
  const [path, item] = [`/api/${name}/`, `/api/${name}/{id}`];
  const { id: _, user: __, ...shown } = sample;
  const isTaken = ([field]: [string, unknown]) => !kind.fields[field]?.readOnly;
  const request = Object.fromEntries(Object.entries(shown).filter(isTaken));
  const change = { path: item, representation, check, find, update };
  return {
    list: listOperation({
      id: `list_${name}`,
      path,
      tag,
      summary: `Your ${thing}s, by id`,
      list,
      sample,
    }),
    create: operation({
      id: `create_${name}`,
      method: "POST",
      path,
      tag,
      summary: `Add a ${thing}`,
      access: "user",
      body,
      check,
      example: { request, response: sample },
      responses: { 201: { description: "Created", schema: representation.schema }, ...badRequest },
      run: async ({ actor, read }) => {
        const row = await definition.create(actor, await read());
        return created(`/api/${name}/${row.id}`, representation.one(row, actor.time_zone));
      },
    }),
    read: readOperation(kind, thing, {
      id: `read_${name}`,
      path: item,
      summary: `One ${thing}`,
      representation,
      sample,
      find,
    }),
    replace: changeOperation(kind, "PUT", {
      ...change,
      id: `update_${name}`,
      summary: `Change a ${thing}; what is not sent is kept`,
      body: body as BodyShape<Partial<Body>>,
      sample: request,
    }),
    patch: changeOperation(kind, "PATCH", {
      ...change,
      id: `patch_${name}`,
      summary: `Change some fields of a ${thing}`,
      body: partialBody,
      sample: Object.fromEntries(Object.entries(request).slice(0, 2)),
    }),
    remove: operation({
      id: `delete_${name}`,
      method: "DELETE",
      path: item,
      tag,
      summary: `Move a ${thing} to the trash`,
      access: "user",
      params: idParam,
      conditional: true,
      responses: { 204: { description: "Gone" }, ...errorResponses(thing) },
      run: (call) =>
        changeIfMatch(call, kind, { representation, find }, (found, preconditions) =>
          definition.remove(call.actor, found, preconditions),
        ),
    }),
  };
}

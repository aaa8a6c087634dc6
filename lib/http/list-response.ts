import "server-only";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { type Chunks, sizeOf } from "../lists/chunks.ts";
import type { Collection } from "../lists/collection.ts";
import { listPage } from "../lists/listing.ts";
import { pageLinks } from "../lists/paging.ts";
import { cacheUntilWrite } from "../runtime/cache.ts";
import { etagOf } from "./etag.ts";
import { idParam, type Operation, type OperationResult, operation } from "./operation.ts";

type ListCall = { actor: Actor; url: URL };
type CachedList = { json: Chunks; etag: string };

const caches = new WeakMap<Collection, ReturnType<typeof cacheUntilWrite<CachedList>>>();

/**
 * Answers a list: complete, as documented, or filtered, searched, ordered and in pages as the query says. A page
 * says where the next one is in its Link header (RFC 8288).
 */
export async function listResponse(
  list: Collection,
  { actor, url }: ListCall,
  parent = 0,
): Promise<OperationResult> {
  if (url.searchParams.size === 0)
    return { status: 200, ...(await completeList(list, actor, parent)) };
  const { json, next } = await listPage(list, actor, url.searchParams, parent);
  return { status: 200, json, ...(next === undefined ? {} : { headers: pageLinks(url, next) }) };
}

function completeList(list: Collection, actor: Actor, parent: number): Promise<CachedList> {
  const cache = caches.get(list) ?? cacheUntilWrite<CachedList>();
  caches.set(list, cache);
  return cache(`${actor.user_id} ${parent} ${actor.time_zone}`, async () => {
    const json = await list.all(actor, parent);
    return { json, etag: etagOf(json), size: sizeOf(json) };
  });
}

type ListOperation = Pick<Operation, "id" | "path" | "tag" | "summary"> & {
  list: Collection;
  /** one of its rows, to read; fields that the list does not show are left out */
  sample: Record<string, unknown>;
};

/** Declares an operation that answers one of the actor's lists. */
export function listOperation({ list, sample, ...definition }: ListOperation): Operation {
  const { fields, schema } = list.representation;
  return operation({
    ...definition,
    method: "GET",
    access: "user",
    responses: { 200: { description: "The list", schema: z.array(schema) } },
    list,
    example: { response: [Object.fromEntries(fields.map(([name]) => [name, sample[name]]))] },
    run: (call) => listResponse(list, call),
  });
}

/** The same for the list of the row that the path names, which `find` refuses to others. */
export function sublistOperation(
  find: (actor: Actor, id: number) => Promise<{ id: number }>,
  definition: ListOperation,
): Operation {
  const whole = listOperation(definition);
  return operation({
    ...whole,
    params: idParam,
    responses: {
      ...whole.responses,
      403: { description: "It is another person's" },
      404: { description: "It does not exist" },
    },
    run: async (call) => {
      const { id } = await find(call.actor, call.params.id);
      return listResponse(definition.list, call, id);
    },
  });
}

import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { type Chunks, sizeOf } from "../lists/chunks.ts";
import type { Collection } from "../lists/collection.ts";
import { listPage } from "../lists/listing.ts";
import { pageLinks } from "../lists/paging.ts";
import { cacheUntilWrite } from "../runtime/cache.ts";
import { etagOf } from "./etag.ts";
import type { OperationResult } from "./operation.ts";

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
  const { rows, next } = await listPage(list, actor, url.searchParams, parent);
  return { status: 200, body: rows, headers: next === undefined ? {} : pageLinks(url, next) };
}

function completeList(list: Collection, actor: Actor, parent: number): Promise<CachedList> {
  const cache = caches.get(list) ?? cacheUntilWrite<CachedList>();
  caches.set(list, cache);
  return cache(`${actor.user_id} ${parent} ${actor.time_zone}`, async () => {
    const json = await list.all(actor, parent);
    return { json, etag: etagOf(json), size: sizeOf(json) };
  });
}

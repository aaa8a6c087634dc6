import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { type Chunks, sizeOf } from "../lists/chunks.ts";
import type { Collection } from "../lists/collection.ts";
import { listPage } from "../lists/listing.ts";
import { cacheUntilWrite } from "../runtime/cache.ts";
import { etagOf } from "./etag.ts";
import type { Answer } from "./operation.ts";
import { pageLinks } from "./page-links.ts";

type Call = { actor: Actor; url: URL };
type Complete = { json: Chunks; etag: string };

const caches = new WeakMap<Collection, ReturnType<typeof cacheUntilWrite<Complete>>>();

/**
 * Answers a list: complete, as documented, or filtered, searched, ordered and in pages as the query says. A page
 * says where the next one is in its Link header (RFC 8288).
 */
export async function listResponse(
  list: Collection,
  { actor, url }: Call,
  parent = 0,
): Promise<Answer> {
  if (url.searchParams.size === 0) return { status: 200, ...(await complete(list, actor, parent)) };
  const { rows, next } = await listPage(list, actor, url.searchParams, parent);
  return { status: 200, body: rows, headers: next === undefined ? {} : pageLinks(url, next) };
}

function complete(list: Collection, actor: Actor, parent: number): Promise<Complete> {
  const cache = caches.get(list) ?? cacheUntilWrite<Complete>();
  caches.set(list, cache);
  return cache(`${actor.user_id} ${parent} ${actor.time_zone}`, async () => {
    const json = await list.all(actor, parent);
    return { json, etag: etagOf(json), size: sizeOf(json) };
  });
}

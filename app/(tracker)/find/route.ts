import { searchGroups } from "@/components/shell/search-groups.ts";
import { actionActor } from "@/lib/accounts/auth/current.ts";
import { searchAll } from "@/lib/search/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

/** What the palette shows for the words typed so far, as links. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actionActor().catch(() => null);
  if (!actor) return Response.json({ groups: [] }, { status: 401 });
  const words = new URL(request.url).searchParams.get("q") ?? "";
  const reader = { zone: actor.time_zone, statuses: await statusesOf(actor) };
  const groups = searchGroups(await searchAll(actor, words.slice(0, 200)), reader);
  return Response.json({ groups }, { headers: { "cache-control": "private, no-store" } });
}

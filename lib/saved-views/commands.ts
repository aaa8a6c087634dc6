import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { listLook, savedView } from "../../db/schema/views.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { listViews, nextPlace, type SavedView } from "./queries.ts";
import type { DeletedView } from "./schema.ts";
import type { ViewState } from "./state.ts";
import { maxViews, type ViewKind } from "./values.ts";

type NewView = ViewState & { kind: ViewKind; name: string; is_default?: boolean };

const own = (actor: Actor, id: number) =>
  and(eq(savedView.id, id), eq(savedView.user_id, actor.user_id));

const noDefault = (actor: Actor, kind: ViewKind) =>
  getDb()
    .update(savedView)
    .set({ is_default: false })
    .where(
      and(eq(savedView.user_id, actor.user_id), eq(savedView.kind, kind), savedView.is_default),
    );

/** Saves a view behind the others. Throws `Invalid` where the person has as many as may be. */
export async function createView(actor: Actor, input: NewView | DeletedView): Promise<SavedView> {
  const { user_id } = actor;
  const count = await getDb().$count(
    savedView,
    and(eq(savedView.user_id, user_id), eq(savedView.kind, input.kind)),
  );
  if (count >= maxViews) {
    throw new Invalid({
      name: [`You have ${maxViews} views here. Delete one that you do not need.`],
    });
  }
  const place = "place" in input ? input.place : nextPlace(actor, input.kind);
  const added = getDb()
    .insert(savedView)
    .values({ ...input, user_id, place: sql`${place}` })
    .returning();
  const results = await atomically([
    ...(input.is_default ? [noDefault(actor, input.kind)] : []),
    added,
  ]);
  return (results.at(-1) as SavedView[])[0] as SavedView;
}

/** Changes a view of the actor's; one that becomes the default takes that from another. */
export async function updateView(
  actor: Actor,
  { id, kind }: Pick<SavedView, "id" | "kind">,
  change: Partial<NewView>,
): Promise<void> {
  await atomically([
    ...(change.is_default ? [noDefault(actor, kind)] : []),
    getDb()
      .update(savedView)
      .set({ ...change, updated_at: now() })
      .where(own(actor, id)),
  ]);
}

/** Moves a view one place to the left (-1) or to the right (1) among the tabs. */
export async function moveView(actor: Actor, view: SavedView, by: -1 | 1): Promise<void> {
  const ids = (await listViews(actor, view.kind)).map(({ id }) => id);
  const at = ids.indexOf(view.id);
  const other = ids[at + by];
  if (other === undefined) return;
  ids[at] = other;
  ids[at + by] = view.id;
  await atomically(
    ids.map((id, place) =>
      getDb()
        .update(savedView)
        .set({ place: place + 1 })
        .where(own(actor, id)),
    ),
  );
}

/** Deletes a view; what it listed is untouched. */
export async function deleteView(actor: Actor, id: number): Promise<void> {
  await getDb().delete(savedView).where(own(actor, id));
}

/** Keeps how the actor wants a list to look where no view says otherwise. */
export async function setLook(
  actor: Actor,
  kind: ViewKind,
  look: Pick<ViewState, "columns" | "density">,
): Promise<void> {
  await getDb()
    .insert(listLook)
    .values({ ...look, kind, user_id: actor.user_id })
    .onConflictDoUpdate({ target: [listLook.user_id, listLook.kind], set: look });
}

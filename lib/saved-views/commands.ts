import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { listLook, savedView } from "../../db/schema/views.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { AppError, Invalid, NotFound } from "../errors.ts";
import { updateRow } from "../records/commands.ts";
import { live, own } from "../records/conditions.ts";
import { viewFields } from "./fields.ts";
import { listViews, nextPlace, type OwnedView, type SavedView } from "./queries.ts";
import type { ViewState } from "./state.ts";
import { maxViews, type ViewKind } from "./values.ts";

type NewView = ViewState & {
  kind: ViewKind;
  name: string;
  is_default?: boolean;
  place?: number;
};

const tooManyViews = `You have ${maxViews} views here. Delete one that you do not need.`;

const ofKind = (actor: Actor, kind: ViewKind) =>
  and(live(savedView, actor.user_id), eq(savedView.kind, kind));

/** Throws `Invalid` where a view's filters are longer than the API takes them. */
function requireShort({ query = "" }: Partial<ViewState>): void {
  if (query.length > viewFields.query.max)
    throw new Invalid({ name: ["These filters are too long to keep. Shorten the search words."] });
}

const noDefault = (actor: Actor, kind: ViewKind): Statement =>
  getDb()
    .update(savedView)
    .set({ is_default: false })
    .where(and(ofKind(actor, kind), savedView.is_default));

/** Saves a view behind the others. Throws `Invalid` where the person has as many as may be. */
export async function createView(actor: Actor, input: NewView): Promise<SavedView> {
  const { kind, place } = input;
  requireShort(input);
  const { user_id } = actor;
  if ((await getDb().$count(savedView, ofKind(actor, kind))) >= maxViews) {
    throw new Invalid({ name: [tooManyViews] });
  }
  const results = await atomically([
    ...(input.is_default ? [noDefault(actor, kind)] : []),
    getDb()
      .insert(savedView)
      .values({ ...input, user_id, place: sql`${place ?? nextPlace(actor, kind)}` })
      .returning(),
  ]);
  return (results.at(-1) as SavedView[])[0] as SavedView;
}

/**
 * Changes a view of the actor's; one that becomes the default takes that from another. `first` runs before, in the
 * transaction.
 */
export async function updateView(
  actor: Actor,
  { id, kind }: OwnedView,
  change: Partial<Omit<NewView, "kind">>,
  first: readonly Statement[] = [],
): Promise<void> {
  requireShort(change);
  await atomically([
    ...first,
    ...(change.is_default ? [noDefault(actor, kind)] : []),
    updateRow(savedView, actor, id, change),
  ]);
}

/** Moves a view one place to the left (-1) or to the right (1) among the tabs. */
export async function moveView(actor: Actor, view: OwnedView, by: -1 | 1): Promise<void> {
  const ids = (await listViews(actor, view.kind)).map(({ id }) => id);
  const at = ids.indexOf(view.id);
  const other = ids[at + by];
  if (other === undefined) return;
  ids[at] = other;
  ids[at + by] = view.id;
  await atomically(ids.map((id, place) => updateRow(savedView, actor, id, { place: place + 1 })));
}

/** Deletes a view, which `restoreView` brings back; what it listed is untouched. */
export async function deleteView(
  actor: Actor,
  { id }: OwnedView,
  first: readonly Statement[] = [],
): Promise<void> {
  await atomically([
    ...first,
    getDb()
      .update(savedView)
      .set({ deleted_at: now() })
      .where(own(savedView, actor, id)),
  ]);
}

const keepDays = 30;
const keptSince = () => toStored(Date.now() - keepDays * dayMs);

/** Brings a view back that was deleted in the last 30 days; the default is it only where no other is. Throws `NotFound`, or an `AppError` beyond the limit. */
export async function restoreView(actor: Actor, id: number): Promise<void> {
  const other = sql`exists (select 1 from saved_view v where v.user_id = saved_view.user_id
    and v.kind = saved_view.kind and v.is_default and v.deleted_at is null)`;
  const full = sql`(select count(*) from saved_view v where v.user_id = saved_view.user_id
    and v.kind = saved_view.kind and v.deleted_at is null) >= ${maxViews}`;
  const [view] = await getDb()
    .select({ isFull: sql<number>`${full}` })
    .from(savedView)
    .where(and(eq(savedView.id, id), eq(savedView.user_id, actor.user_id)));
  if (view?.isFull) throw new AppError(tooManyViews);
  const rows = await getDb()
    .update(savedView)
    .set({ deleted_at: null, is_default: sql`is_default and not ${other}`, updated_at: now() })
    .where(
      and(
        eq(savedView.id, id),
        eq(savedView.user_id, actor.user_id),
        gt(savedView.deleted_at, keptSince()),
      ),
    )
    .returning({ id: savedView.id });
  if (rows.length === 0) throw new NotFound();
}

/** Removes anybody's views for good that were deleted over 30 days ago; for the daily cleanup. */
export async function purgeViews(): Promise<void> {
  await getDb().run(sql`delete from saved_view where deleted_at <= ${keptSince()}`);
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

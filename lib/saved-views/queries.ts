import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import { listLook, savedView } from "../../db/schema/views.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { fittingOpportunities } from "../opportunities/queries.ts";
import { readOpportunityFilter } from "../opportunities/read-filter.ts";
import { fittingPostings } from "../postings/queries.ts";
import { readPostingFilter } from "../postings/read-filter.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { cachedReport } from "../reports/cached-report.ts";
import { ownTurn } from "../runtime/event-loop.ts";
import { type Params, paramsOf, type ViewState } from "./state.ts";
import type { ViewKind } from "./values.ts";

export type SavedView = typeof savedView.$inferSelect;
export type OwnedView = Owned<SavedView>;

/** The actor's views of a list, in the order of their tabs. */
export const listViews = (actor: Actor, kind: ViewKind): Promise<SavedView[]> =>
  getDb()
    .select()
    .from(savedView)
    .where(and(live(savedView, actor.user_id), eq(savedView.kind, kind)))
    .orderBy(savedView.place, savedView.id);

/** The whole view. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getView = ownedRowReader(savedView);

/** How the actor wants a list to look where no view says otherwise: column names, and the density. */
async function ownLook(actor: Actor, kind: ViewKind) {
  const [look] = await getDb()
    .select({ columns: listLook.columns, density: listLook.density })
    .from(listLook)
    .where(and(eq(listLook.user_id, actor.user_id), eq(listLook.kind, kind)));
  return look ?? { columns: "", density: "" };
}

/** How many rows each of the actor's views of a list shows, by the view's id. */
export const viewCounts = cachedReport(async (actor: Actor, kind: ViewKind) => {
  const counts: Record<number, number> = {};
  for (const view of await listViews(actor, kind)) {
    await ownTurn();
    counts[view.id] = await countOf(actor, view);
  }
  return counts;
});

async function countOf(actor: Actor, view: SavedView): Promise<number> {
  const params = paramsOf(view);
  if (view.kind === "job_posting") {
    const filter = await readPostingFilter(actor, params);
    return getDb().$count(jobPosting, await fittingPostings(actor, filter));
  }
  const filter = await readOpportunityFilter(actor, params);
  const fitting = await fittingOpportunities(actor, filter);
  return getDb().$count(emailOpportunity, fitting);
}

export type OpenList = {
  /** the query parameters that the list shows */
  params: Params;
  views: SavedView[];
  /** the view that is shown, also where it was changed since */
  view: SavedView | undefined;
  /** the columns that its person chose, by their names with commas between, and how close its rows are */
  look: Pick<ViewState, "columns" | "density">;
};

/**
 * What an address of a list shows: its query; the view's where it names nothing else; the default view's where it
 * names nothing. A view that is nobody's, or another person's, is left out.
 */
export async function openList(actor: Actor, kind: ViewKind, given: Params): Promise<OpenList> {
  const [views, look] = await Promise.all([listViews(actor, kind), ownLook(actor, kind)]);
  const names = Object.keys(given);
  const view =
    names.length === 0
      ? views.find(({ is_default }) => is_default)
      : views.find(({ id }) => String(id) === given.view);
  const isWhole = names.every((name) => name === "view");
  const params = isWhole ? (view ? paramsOf(view) : {}) : given;
  return { params: { ...params, view: view && String(view.id) }, views, view, look };
}

/** The place behind the last of the actor's views of a list, in SQL. */
export const nextPlace = (actor: Actor, kind: ViewKind) =>
  sql<number>`(select ifnull(max(place), 0) + 1 from saved_view
    where user_id = ${actor.user_id} and kind = ${kind})`;

import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import type { Neighbours } from "../lists/neighbours.ts";
import { opportunityNeighbours } from "../opportunities/queries.ts";
import { readOpportunityFilter } from "../opportunities/read-filter.ts";
import { postingNeighbours } from "../postings/queries.ts";
import { readPostingFilter } from "../postings/read-filter.ts";
import { listPaths } from "./lists.ts";
import { openList } from "./queries.ts";
import { queryParams } from "./state.ts";
import type { ViewKind } from "./values.ts";

/** The list that a record was opened from: its query in the record's address, its view's name, the record's place. */
export type WayBack = {
  /** the path of the list */
  path: string;
  /** the list's address */
  address: string;
  /** the query of the list, as the addresses of its records carry it */
  list: string;
  /** the name of its saved view, or the word of its view of ours; "" of all */
  view: string;
  neighbours: Neighbours;
};

const maxListLength = 2048;

/** The way from a record back to its list, by the `list` of the record's address; without one, to all. */
export async function wayBack(
  actor: Actor,
  kind: ViewKind,
  id: number,
  given: string | string[] | undefined,
): Promise<WayBack> {
  const list = typeof given === "string" && given.length <= maxListLength ? given : "";
  const { params, view } = await openList(actor, kind, queryParams(list));
  const path = listPaths[kind];
  const shared = { path, address: list ? `${path}?${list}` : path, list };
  if (kind === "job_posting") {
    const filter = await readPostingFilter(actor, params);
    const neighbours = await postingNeighbours(actor, filter, id);
    return { ...shared, view: view?.name ?? wordOf(filter.show), neighbours };
  }
  const filter = await readOpportunityFilter(actor, params);
  const neighbours = await opportunityNeighbours(actor, filter, id);
  return { ...shared, view: view?.name ?? wordOf(filter.show), neighbours };
}

const wordOf = (show: string) => (show === "all" ? "" : show);

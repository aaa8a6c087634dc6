import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { hostOf } from "../imports/plan/site.ts";
import { boardOf, systemOf } from "../imports/vocabulary/boards.ts";
import { directSite } from "../postings/values.ts";
import { toWebUrl } from "../urls.ts";

type Site = { id: number; site_name: string; site_url: string };

/** The most of a person's sites that are looked at: those at the host or of the board's name. */
const maxSites = 50;

// Ways of applying that are no places where postings are found.
const noBoard = ["Email", "In Person", "Referral", "Custom / In House", "Other"];

/**
 * The site of a captured posting: the actor's own at its address or of its board's name, else a new one of that name,
 * else the usual one.
 */
export async function siteOf(
  actor: Actor,
  {
    posting_url_full: url,
    posting_url_domain: system,
  }: Record<"posting_url_full" | "posting_url_domain", string>,
): Promise<{ job_site_id: number } | { site_name: string }> {
  const host = hostOf(url);
  const board = boardOf(host) || boardOf(system) || (noBoard.includes(system) ? "" : system);
  const sites = await sitesNear(actor, host, board);
  const own =
    siteAt(sites, url, host) ?? sites.find(({ site_name }) => isNamed(site_name, board, host));
  if (own) return { job_site_id: own.id };
  return { site_name: board || directSite };
}

// By the last two names of the host: a company's page and its careers page share them.
function sitesNear(actor: Actor, host: string, board: string): Promise<Site[]> {
  const domain = host.split(".").slice(-2).join(".");
  return getDb().all<Site>(sql`select id, site_name, site_url from job_site
    where user_id = ${actor.user_id} and deleted_at is null
      and (site_name = ${board} collate nocase or site_name = ${host} collate nocase
        or (${domain} <> '' and instr(lower(site_url), ${domain}) > 0))
    order by id limit ${maxSites}`);
}

const isNamed = (name: string, ...names: string[]) =>
  names.some((one) => one !== "" && one.toLowerCase() === name.toLowerCase());

/** The site whose address is nearest to a posting's: the same host, or one above it, and the longest path in common. */
function siteAt(sites: Site[], url: string, host: string): Site | undefined {
  if (host === "") return undefined;
  const path = new URL(url).pathname;
  const near = sites.flatMap((site) => {
    const address = toWebUrl(site.site_url);
    if (!address) return [];
    const at = hostOf(address);
    const its = new URL(address).pathname.replace(/\/$/, "");
    const isThere = at === host || host.endsWith(`.${at}`);
    const isUnder = path === its || path.startsWith(`${its}/`);
    // Companies share a board's host, and each has a path there.
    const isShared = boardOf(at) !== "" || systemOf(at) !== "";
    if (!isThere || (isShared && !isUnder)) return [];
    return [{ site, rank: (at === host ? 10_000 : 0) + (isUnder ? its.length : 0) }];
  });
  return near.sort((a, b) => b.rank - a.rank)[0]?.site;
}

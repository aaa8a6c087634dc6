import { toWebUrl } from "../urls.ts";
import { maxCompared } from "./advert.ts";
import { boards } from "./boards.ts";

// Parameters that say where a visitor came from, and not which posting is meant.
const tracking =
  /^(utm_.*|mc_.*|hsa_.*|pk_.*|mtm_.*|_hs.*|gclid|fbclid|msclkid|igshid|yclid|dclid|ref|refid|referer|referrer|referral|source|src|src_id|jobsource|job_source|gh_src|lever-source.*|lever-origin|ashby_src|trk|trackingid|trackid|tracking|track|origin|from|via|medium|campaign|cid|sid|sessionid|session|si|s_cid|jobboard|board|channel|lang|locale|hl|position|pagenum|page|start|cmp|tk|advn|adid|sjdu|xkcb|xpse|xfps|ebp|rltr|rcm|originalsubdomain|originaltrk|share|shareid|iis|iisn|mode|jobpipeline|ccuid|codes|p_sid|rx_.*|_ga|_gl|ss|distribution|apply)$/;

// Pages of many postings: whoever names such a page names none of them.
const general =
  /^(|jobs?|careers?|karriere|stellen|stellenangebote|openings?|open-positions|positions?|open-roles|roles|vacanc(y|ies)|join|join-us|about|about-us|company|work-with-us|work-here|search|search-results|home|index(\.\w{2,5})?|list|all|board|en|de|fr|es|it|nl|en-us|en-gb|de-de|us|uk|apply|feed|current-openings|opportunities|talent|hiring|team)$/;

/** What is left of an address that names a posting, wherever a link to it was copied; "" where it names none. */
export function addressKey(typed: string): string {
  const url = toWebUrl(typed.trim().slice(0, maxCompared.url));
  if (!url) return "";
  const at = new URL(url);
  const host = at.hostname.toLowerCase().replace(/^(www\d?|m|mobile|amp)\./, "");
  for (const { name, hosts, id } of boards) {
    if (hosts && !hosts.test(host)) continue;
    const found = id(at);
    if (found) return `${name}:${found}`;
  }
  // A board's own page without a posting's id is a search or a start page.
  const isBoard = boards.some(({ hosts, name }) => searched.has(name) && hosts?.test(host));
  return isBoard ? "" : pageKey(at, host);
}

const searched = new Set(["linkedin", "indeed", "glassdoor", "dice"]);

function pageKey(at: URL, host: string): string {
  const path = decoded(at.pathname)
    .toLowerCase()
    .replace(/\/(apply|application|bewerben)?\/?$/, "");
  const kept = [...at.searchParams]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => value !== "" && !tracking.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  // A page that is put together in the browser has its address behind the "#".
  const route = /^#!?\/.*[\d-]/.test(at.hash) ? at.hash.split("?")[0] : "";
  const last = path.split("/").at(-1) ?? "";
  if (kept.length === 0 && route === "" && general.test(last)) return "";
  return `${host}${path}?${kept.join("&")}${route}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

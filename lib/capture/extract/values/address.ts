import { decodeHTML } from "entities";

// Parameters that say where a visitor came from. Those that may name the posting or its language stay.
const tracking =
  /^(?:utm_.*|mc_.*|hsa_.*|pk_.*|mtm_.*|_hs.*|gclid|gbraid|wbraid|fbclid|msclkid|igshid|yclid|dclid|ttclid|twclid|li_fat_id|ref|refid|referer|referrer|referral|gh_src|source|src|src_id|jobsource|job_source|lever-source.*|lever-origin|lever-via|ashby_src|utm|trk|trkinfo|trackingid|trackid|tracking|recommendedflavor|originalsubdomain|originaltrk|ebp|lipi|midtoken|midsig|trkemail|otptoken|position|pagenum|tk|advn|adid|sjdu|xkcb|xpse|xfps|rltr|rcm|from|iis|iisn|cmp|s_cid|_ga|_gl|share|shareid|sid|sessionid|jsessionid|vjs|fccid|ctk|alid|hl|needauth)$/;

const maxAddress = 2_000;

/**
 * An address of the web as one would keep it: absolute, without tracking parameters, user and fragment (except the
 * route of a page that is put together in the browser). Null where it is none, or not http or https.
 */
export function canonicalAddress(value: unknown, base: URL | null): string | null {
  if (typeof value !== "string") return null;
  const text = decodeHTML(value.slice(0, maxAddress + 1).trim());
  if (text === "" || text.length > maxAddress || !URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base?.href);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (!url.hostname.includes(".") && !base) return null;
  url.username = "";
  url.password = "";
  if (!/^#!?\//.test(url.hash)) url.hash = "";
  const names = [...new Set(url.searchParams.keys())];
  const dropped = names.filter((name) => tracking.test(name.toLowerCase()));
  // Writing the parameters anew would change how the others are escaped.
  if (dropped.length > 0) for (const name of dropped) url.searchParams.delete(name);
  return url.href;
}

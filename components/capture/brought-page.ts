/** A page that the bookmarklet brings in the address's fragment: its own address and its HTML. */
export type BroughtPage = { url?: string; html: string };

const mark = "#page=";
const kept = "foothold:page";

/** The longest fragment that is read, in characters: pages of 2 MB. */
const maxLength = 6_000_000;
const maxHtml = 2_000_000;
const maxUrl = 2048;

/** Takes the fragment out of the address, so that it is read once and is not in the history. */
function takeFragment(): string {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(mark)) return "";
  history.replaceState(history.state, "", pathname + search);
  return hash.length <= maxLength ? hash : "";
}

/** Keeps a page that was brought for the time of the sign-in, in this tab alone. */
export function keepBroughtPage(): void {
  const fragment = takeFragment();
  try {
    if (fragment) sessionStorage.setItem(kept, fragment);
  } catch {}
}

/** The page that was brought, or that waited for the sign-in; once. */
export function takeBroughtPage(): BroughtPage | "too long" | undefined {
  const isThere = location.hash.startsWith(mark);
  const fragment = takeFragment() || takeKept();
  if (!fragment) return isThere ? "too long" : undefined;
  try {
    const page: unknown = JSON.parse(decodeURIComponent(fragment.slice(mark.length)));
    if (!isPage(page)) return undefined;
    const { url, html } = page;
    // What else a newer bookmark sends is none of ours.
    return html.length > maxHtml ? "too long" : { url: url?.slice(0, maxUrl), html };
  } catch {
    return undefined;
  }
}

function takeKept(): string {
  try {
    const fragment = sessionStorage.getItem(kept) ?? "";
    sessionStorage.removeItem(kept);
    return fragment;
  } catch {
    return "";
  }
}

function isPage(page: unknown): page is BroughtPage {
  if (typeof page !== "object" || page === null || !("html" in page)) return false;
  const isUrl = !("url" in page) || typeof page.url === "string";
  return isUrl && typeof page.html === "string";
}

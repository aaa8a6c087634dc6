const base = "http://here.invalid";
/** Places that make no sense right after a sign-in. */
const excludedPaths = /^\/(login|register|forgot|reset|address|api)?(\/|$)/;

/** Where to go after the sign-in: `requested` if it is a path of ours, else the dashboard. Never another origin. */
export function returnPath(requested: unknown): string {
  if (typeof requested !== "string" || !requested.startsWith("/")) return "/dashboard";
  const url = URL.parse(requested, base);
  // Browsers read "//x", "/\x" and "/<tab>/x" as another host; so does URL.
  if (url?.origin !== base || excludedPaths.test(url.pathname)) return "/dashboard";
  return url.pathname + url.search + url.hash;
}

const base = "http://here.invalid";
/** Places that make no sense right after a sign-in. */
const never = /^\/(login|register|forgot|reset|address|api)?(\/|$)/;

/** Where to go after the sign-in: `asked` if it is a path of ours, else the dashboard. Never another origin. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/dashboard";
  const url = URL.parse(asked, base);
  // Browsers read "//x", "/\x" and "/<tab>/x" as another host; so does URL.
  if (url?.origin !== base || never.test(url.pathname)) return "/dashboard";
  return url.pathname + url.search + url.hash;
}

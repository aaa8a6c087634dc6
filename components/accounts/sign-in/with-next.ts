/** A path that remembers where to go afterwards; the dashboard needs no remembering. */
export function withNext(path: string, next: string): string {
  if (next === "/dashboard") return path;
  return `${path}${path.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}`;
}

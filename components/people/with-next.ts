/** A path that remembers where to go afterwards; the dashboard needs no remembering. */
export function withNext(path: string, next: string): string {
  return next === "/dashboard" ? path : `${path}?next=${encodeURIComponent(next)}`;
}

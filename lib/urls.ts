/** A path with its query; what is empty or undefined is left out, and several values are one each. */
export function pathWithQuery(
  path: string,
  query: Record<string, string | number | readonly number[] | undefined> = {},
): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (each === undefined || each === "" ? [] : [[name, each]])),
  );
  const text = new URLSearchParams(parts.map((part) => part.map(String))).toString();
  return text ? `${path}?${text}` : path;
}

/** What a person typed or a client stored as an address of the web, fit for a link; undefined where it is none. */
export function toWebUrl(text: string): string | undefined {
  const typed = text.trim();
  if (/^https?:\/\//i.test(typed)) return URL.canParse(typed) ? typed : undefined;
  // "example.org/jobs" is meant as a page; "javascript:…" and "C:\…" are not.
  const bare = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?([/?#]|$)/u.test(typed);
  return bare && URL.canParse(`https://${typed}`) ? `https://${typed}` : undefined;
}

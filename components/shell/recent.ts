import { basePath } from "@/lib/base-path.ts";

/** A record's page that was opened. */
export type Visit = { href: string; label: string };

const mostKept = 6;

// In the tab's own storage and under the person's id, so nobody else who uses the browser sees it; another Foothold on
// the host shares the storage.
const keyOf = (personId: number | "") => `${basePath}recent:${personId}`;

/** The records that a person has opened in this tab, the last one first. */
export function recentVisits(personId: number): Visit[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(personId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isVisit) : [];
  } catch {
    return [];
  }
}

const isVisit = (kept: Partial<Visit> | null): kept is Visit =>
  typeof kept?.href === "string" && kept.href.startsWith("/") && typeof kept.label === "string";

/** Remembers that a record was opened. Storage that is full or closed is no reason to disturb. */
export function noteVisit(personId: number, visit: Visit): void {
  const others = recentVisits(personId).filter(({ href }) => href !== visit.href);
  try {
    sessionStorage.setItem(keyOf(personId), JSON.stringify([visit, ...others].slice(0, mostKept)));
  } catch {}
}

/** Forgets what was opened in this tab, whoever did. */
export function clearRecent(): void {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(keyOf("")));
    for (const key of keys) sessionStorage.removeItem(key);
  } catch {}
}

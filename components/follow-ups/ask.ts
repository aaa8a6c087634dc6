import type { Subject } from "@/lib/follow-ups/values.ts";

const openSheet = "foothold:follow-up";

/** Opens the sheet that adds a follow-up about what the page is about. */
export function askToFollowUp(): void {
  window.dispatchEvent(new Event(openSheet));
}

/** Calls back where somebody asks for the sheet; gives what ends that. */
export function onAskToFollowUp(listen: () => void): () => void {
  window.addEventListener(openSheet, listen);
  return () => window.removeEventListener(openSheet, listen);
}

const fields = {
  postings: "job_posting_id",
  opportunities: "email_opportunity_id",
  contacts: "contact_id",
  sites: "job_site_id",
} as const satisfies Record<string, Subject["field"]>;

/** What the page at an address is about, where that can be followed up. */
export function subjectAt(path: string): Subject | undefined {
  const [, place = "", id = ""] = /^\/(\w{1,20})\/(\d{1,15})$/.exec(path) ?? [];
  const field = Object.entries(fields).find(([name]) => name === place)?.[1];
  return field && { field, id: Number(id) };
}

/** The address of what a follow-up is about; undefined of nothing. */
export function subjectHref(row: Partial<Record<Subject["field"], number | null>>) {
  const found = Object.entries(fields).find(([, field]) => row[field]);
  return found && `/${found[0]}/${row[found[1]]}`;
}

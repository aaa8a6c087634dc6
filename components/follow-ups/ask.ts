import type { Subject } from "@/lib/follow-ups/values.ts";

const openSheet = "foothold:follow-up";

/** What a sheet that adds a follow-up begins with; without a subject it is about what the page is about. */
export type Asked = {
  about?: Subject;
  /** what that is called */
  name?: string;
  what?: string;
  /** words for a day */
  when?: string;
};

/** Opens the sheet that adds a follow-up. */
export function askToFollowUp(asked: Asked = {}): void {
  window.dispatchEvent(new CustomEvent<Asked>(openSheet, { detail: asked }));
}

/** Calls back where somebody asks for the sheet; gives what ends that. */
export function onAskToFollowUp(listen: (asked: Asked) => void): () => void {
  const hear = (event: Event) => listen((event as CustomEvent<Asked>).detail);
  window.addEventListener(openSheet, hear);
  return () => window.removeEventListener(openSheet, hear);
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

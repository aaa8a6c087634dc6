"use client";

import { type RefObject, useEffect, useState } from "react";
import { withBase } from "@/lib/base-path.ts";

const typingPauseMs = 500;

/** Those that are shown: the form is for what is typed. */
const maxShown = 2;

type Duplicate = {
  kind: "job_posting" | "email_opportunity";
  id: number;
  company_name: string;
  posting_title: string;
  reason: string;
};

/** A company among the names that is marked "Do not apply again". */
type Marked = { company_name: string; do_not_apply_why: string; reason: string };

export type Found = { candidates: Duplicate[]; do_not_apply: Marked[] };

const nothing: Found = { candidates: [], do_not_apply: [] };

/** Where a found posting or opportunity is shown. */
export const duplicatePath = ({ kind, id }: Duplicate): string =>
  `/${kind === "job_posting" ? "postings" : "opportunities"}/${id}`;

/**
 * The possible duplicates of what is typed in the form around an element, and the companies in it that are marked "Do not
 * apply again", asked for a moment after the last key. `known` is what is known of them from the beginning.
 */
export function useDuplicates(
  inside: RefObject<HTMLElement | null>,
  names: Record<string, string>,
  about: Record<string, string | number | undefined>,
  known?: Found,
): Found {
  const [found, setFound] = useState(known ?? nothing);
  const isKnown = known !== undefined;
  // By what they say, since their objects are new with each rendering.
  const [fields, more] = [JSON.stringify(names), JSON.stringify(about)];

  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let control = new AbortController();
    let asked = "";
    const look = async () => {
      const typed = typedIn(form, JSON.parse(fields));
      const body = JSON.stringify({ ...typed, ...JSON.parse(more) });
      if (body === asked) return;
      asked = body;
      // One request at a time: the answer to older words is no longer wanted.
      control.abort();
      control = new AbortController();
      const isEmpty = Object.keys(typed).length === 0;
      const answer = isEmpty ? nothing : await fetchDuplicates(body, control.signal);
      if (answer) setFound({ ...answer, candidates: answer.candidates.slice(0, maxShown) });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(look, typingPauseMs);
    };
    form.addEventListener("input", wait);
    // What a draft or the address brought is there without a key; what is stored already, or known, is not asked about.
    if (!more.includes("_id") && !isKnown) wait();
    return () => {
      form.removeEventListener("input", wait);
      clearTimeout(timer);
      control.abort();
    };
  }, [inside, fields, more, isKnown]);

  return found;
}

/** Characters of a field that are sent: what is compared of the longest. */
const maxSent = 60_000;

function typedIn(form: HTMLFormElement, names: Record<string, string>): Record<string, string> {
  const data = new FormData(form);
  const sent = Object.entries(names).flatMap(([asked, name]) => {
    const value = String(data.get(name) ?? "").trim();
    return value === "" ? [] : [[asked, value.slice(0, maxSent)] as const];
  });
  return Object.fromEntries(sent);
}

// Without an answer the form is as good: it only tells. Undefined where it was asked again meanwhile.
async function fetchDuplicates(body: string, signal: AbortSignal): Promise<Found | undefined> {
  try {
    const answer = await fetch(withBase("/api/job_posting/similar/"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal,
    });
    return answer.ok ? ((await answer.json()) as Found) : nothing;
  } catch {
    return signal.aborted ? undefined : nothing;
  }
}

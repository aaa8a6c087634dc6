import type { Reading, SourceResult } from "../posting.ts";
import { isSameAcross } from "./same-job.ts";

const isNamed = (reading: Reading, { job_id, posting_url_full }: Reading): boolean => {
  const id = job_id?.value;
  if (id && (reading.job_id?.value === id || reading.posting_url_full?.value.includes(id)))
    return true;
  const address = posting_url_full?.value;
  return address !== undefined && reading.posting_url_full?.value === address;
};

/** Whether a reading is of a pane that shows one job, and not of a card in a list. */
const isPane = ({ posting_title, job_description }: Reading): boolean =>
  posting_title !== undefined && job_description !== undefined;

/**
 * The one posting that a page is about: the only one; among several the one that the address names or that the page
 * shows. Null for a list. `sources` have postings, the most trusted first.
 */
export function shownJob(sources: readonly SourceResult[], byAddress: Reading): Reading | null {
  for (const { postings } of sources) {
    const named = postings.length > 1 && postings.find((each) => isNamed(each, byAddress));
    if (named) return named;
  }
  const [main] = sources;
  const [only] = main?.postings ?? [];
  const pane = sources.slice(1).find(({ postings, is_list }) => postings.length === 1 && !is_list)
    ?.postings[0];
  const isOther = only && pane && isPane(pane) && !isSameAcross(only, pane);
  if (main?.postings.length === 1 && only)
    return isOther && contradicts(only, byAddress) ? pane : only;
  if (!pane || !isPane(pane)) return null;
  return main?.postings.find((each) => isSameAcross(each, pane)) ?? pane;
}

/** Whether a posting has an address of its own that is not of the job that the page's address names. */
const contradicts = (reading: Reading, byAddress: Reading): boolean =>
  byAddress.job_id !== undefined &&
  reading.posting_url_full !== undefined &&
  !isNamed(reading, byAddress);

import { fold } from "../../imports/vocabulary/fold.ts";
import { companyIdentity } from "../../matching/company.ts";
import type { Reading } from "../posting.ts";

const titleOf = ({ posting_title }: Reading) => fold(posting_title?.value ?? "");
const companyOf = ({ company_name }: Reading) => companyIdentity(company_name?.value ?? "");
const idOf = ({ job_id }: Reading) => job_id?.value.toLowerCase() ?? "";
const addressOf = ({ posting_url_full }: Reading) =>
  posting_url_full?.value.split(/[?#]/, 1)[0] ?? "";

const isCommon = (a: string, b: string) => a !== "" && a === b;
const isOther = (a: string, b: string) => a !== "" && b !== "" && a !== b;

/** Whether two readings of one source are of one job: the same id; or all that they say of it, places aside. */
function isSameJob(a: Reading, b: Reading): boolean {
  const sameTitle = isCommon(titleOf(a), titleOf(b));
  if (isCommon(idOf(a), idOf(b))) return sameTitle;
  if (!sameTitle || isOther(idOf(a), idOf(b)) || isOther(companyOf(a), companyOf(b))) return false;
  if (isOther(a.posting_url_full?.value ?? "", b.posting_url_full?.value ?? "")) return false;
  const [one, other] = [a.job_description?.value ?? "", b.job_description?.value ?? ""];
  return one === "" || other === "" || one === other;
}

/** The readings of one source with each job once: its places are put together. */
export function eachJobOnce(readings: readonly Reading[]): Reading[] {
  const jobs: Reading[] = [];
  const byKey = new Map<string, Reading[]>();
  for (const reading of readings) {
    const alike = byKey.get(titleOf(reading)) ?? [];
    const known = alike.find((job) => isSameJob(job, reading));
    if (known) {
      addPlaces(known, reading);
      for (const [field, said] of Object.entries(reading))
        if (!(field in known)) Object.assign(known, { [field]: said });
      continue;
    }
    const job = { ...reading };
    jobs.push(job);
    byKey.set(titleOf(reading), [...alike, job]);
  }
  return jobs;
}

function addPlaces(job: Reading, other: Reading): void {
  if (!other.locations) return;
  const value = [...new Set([...(job.locations?.value ?? []), ...other.locations.value])];
  job.locations = { ...(job.locations ?? other.locations), value };
}

/** Whether readings of two sources of one page are of one job: an id, an address or a title in common. */
export const isSameAcross = (a: Reading, b: Reading): boolean =>
  isCommon(idOf(a), idOf(b)) ||
  isCommon(addressOf(a), addressOf(b)) ||
  isCommon(titleOf(a), titleOf(b)) ||
  isPartOf(titleOf(a), titleOf(b));

const minPart = 8;

/** A heading often shortens the title, or adds the place to it. */
const isPartOf = (a: string, b: string) =>
  a.length >= minPart &&
  b.length >= minPart &&
  (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `));

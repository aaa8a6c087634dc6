import { toWebUrl } from "../../../urls.ts";
import type {
  CapturedField,
  CapturedValues,
  CaptureSource,
  Found,
  Reading,
} from "../../posting.ts";
import { canonicalAddress } from "../values/address.ts";
import { companyName } from "../values/company.ts";
import { readDay } from "../values/day.ts";
import { words } from "../values/words.ts";
import { commonPaths } from "./common-keys.ts";
import { feedCompany, feedItem } from "./feed-titles.ts";
import { readDescription } from "./field-description.ts";
import { readMode, readType } from "./field-mode.ts";
import { readPay } from "./field-pay.ts";
import { readPlaces } from "./field-place.ts";
import type { FoundPosting } from "./find-postings.ts";
import { readAddress } from "./read-address.ts";
import { firstOf, isNode, scalar, type TreeNode, titleAt, valuesAt } from "./tree.ts";

/** What the objects around a posting call the company. */
const companyAround = [
  "companyname",
  "company",
  "hiringorganization",
  "organization",
  "jobboardexternal.teamdisplayname",
  "teamdisplayname",
  "board.companyname",
  "moduletitle",
  "account.name",
];

/** Whether an address is a click counter, which has the real one among its parameters. */
const isCounter = (address: URL): boolean =>
  [...address.searchParams.values()].some((value) => /^https?:\/\//i.test(value));

/** An address as it is kept; of a click counter no parameter can be spared. */
function kept(text: string, base: URL | null): string | null {
  const spelled = /^www\./i.test(text) ? `https://${text}` : text;
  const absolute = base ? spelled : toWebUrl(spelled.replaceAll("&amp;", "&"));
  const address = absolute ? canonicalAddress(absolute, base) : null;
  if (!address || !absolute) return null;
  const whole = new URL(absolute, base?.href);
  return isCounter(whole) ? whole.href : address;
}

function readUrl({ node, table, paths }: FoundPosting, base: URL | null) {
  const given = firstOf(node, paths.address, (value) => {
    const text = scalar(value);
    return typeof text === "string" && text.trim() !== "" ? kept(text.trim(), base) : null;
  });
  if (given || !table?.addressFrom) return { address: given, isMade: false };
  let isWhole = true;
  const made = table.addressFrom.replace(/\{([\w.]{1,60})\}/g, (_, path) => {
    const value = valuesAt(node, path)
      .map(scalar)
      .find((each) => each !== undefined);
    if (value === undefined) isWhole = false;
    return encodeURIComponent(String(value));
  });
  return { address: isWhole ? made : null, isMade: true };
}

function readCompany({ node, paths, around }: FoundPosting): string | null {
  const own = firstOf(node, paths.company, (value) => companyName(scalar(value)));
  if (own) return own;
  for (const outer of around) {
    const named = firstOf(outer, companyAround, (value) => companyName(scalar(value)));
    if (named) return named;
  }
  return null;
}

const usualOrder = (currency: string | null | undefined) =>
  currency === "USD" ? "mdy" : currency ? "dmy" : undefined;

const dayOf = (value: unknown, order: "dmy" | "mdy" | undefined) =>
  readDay(
    // "Sun, 20 Sep 2026 04:59:00:0"
    typeof value === "string" ? value.replace(/(\d\d:\d\d:\d\d):\d{1,3}$/, "$1") : value,
    order,
  );

/** What a board's data says of one posting. `base` is the address of the data, for relative ones in it. */
export function readPosting(found: FoundPosting, source: CaptureSource, base: URL | null): Reading {
  const { node, table, paths } = found;
  const reading: Reading = {};
  const set = <Field extends CapturedField>(
    field: Field,
    value: CapturedValues[Field] | null | undefined,
    from: Found = { source, confidence: "sure" },
  ) => {
    if (value !== null && value !== undefined && !reading[field])
      Object.assign(reading, { [field]: { value, ...from } });
  };
  const { address, isMade } = readUrl(found, base);
  const ofAddress = address && URL.canParse(address) ? readAddress(new URL(address)).reading : {};
  const company = readCompany(found);
  const item = company ? null : feedItem(found);
  set("posting_title", item?.title ?? titleAt(node, paths.title));
  set("company_name", company);
  const likely: Found = { source, confidence: "likely" };
  set("company_name", item ? item.company : feedCompany(found), likely);
  set("locations", item?.place ? [item.place] : null, likely);
  if (ofAddress.company_name) reading.company_name ??= ofAddress.company_name;
  const places = readPlaces(node, paths.places, table?.isOnePlace ?? false);
  if (places.locations.length > 0) set("locations", places.locations);
  set("location_type", readMode(node, paths, table?.modeCodes) ?? places.location_type);
  set("employment_type", readType(node, paths));
  const pay = readPay(node, paths.pay);
  set("pay", pay);
  const order = usualOrder(pay?.currency);
  set(
    "posted_on",
    firstOf(node, paths.posted, (value) => dayOf(value, order)),
  );
  set(
    "closes_on",
    firstOf(node, paths.closes, (value) => dayOf(value, order)),
  );
  set("posting_url_full", address, { source, confidence: isMade ? "likely" : "sure" });
  if (ofAddress.posting_url_domain) reading.posting_url_domain = ofAddress.posting_url_domain;
  else set("posting_url_domain", table?.board, { source, confidence: "likely" });
  set("job_id", idOf(found) ?? ofAddress.job_id?.value);
  set(
    "job_description",
    readDescription(node, paths.description, Boolean(table?.description), base) ??
      readDescription(node, commonPaths.description, false, base),
  );
  set("technology_string", skillsOf(node, paths.skills));
  return reading;
}

/** The board's number of the posting; the last part of a path or an URN. */
function idOf({ node, paths }: FoundPosting): string | null {
  return firstOf(node, paths.id, (value) => {
    const id = isNode(value) ? null : words(value);
    if (id?.includes("/job/")) return requisitionOf(id);
    if (!id || id.length > 200 || id.includes("/")) return null;
    return /^urn:/.test(id) ? (id.split(":").at(-1) ?? null) : id;
  });
}

/** Of "/job/Berlin/Baker_R-1234-1" the requisition, without which repetition of it. */
function requisitionOf(path: string): string | null {
  const last = path.split("/").at(-1) ?? "";
  const id = last.includes("_") ? last.split("_").at(-1) : null;
  return id ? id.replace(/(\d{4})-\d{1,2}$/, "$1") : null;
}

function skillsOf(node: TreeNode, paths: readonly string[]): string | null {
  for (const path of paths) {
    const names = valuesAt(node, path).flatMap((value) => words(scalar(value)) ?? []);
    const short = names.filter((name) => name.length <= 40 && !/^[\d-]+$/.test(name));
    if (short.length > 0) return [...new Set(short)].slice(0, 20).join(", ");
  }
  return null;
}

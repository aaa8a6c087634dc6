import type { Reading } from "../../posting.ts";
import { canonicalAddress } from "../values/address.ts";
import { companyName } from "../values/company.ts";
import { boardOf } from "./board-addresses.ts";

/** What an address alone says: board, job id, company, canonical address; and where its board gives the posting as JSON. */
export type AddressReading = { reading: Reading; data_url: string | null };

/**
 * What an address says by the rules of its board. The company is its part of the address, made readable, and so
 * doubtful. `data_url` is null where the board has no public data or the address names no posting.
 */
export function readAddress(url: URL): AddressReading {
  const reading: Reading = {};
  const known = boardOf(url);
  const { board, id } = known ?? {};
  const page = board && id ? (board.page?.(url, id) ?? url.href) : url.href;
  const canonical = canonicalAddress(page, null);
  const from = { source: "address", confidence: "likely" } as const;
  if (canonical) reading.posting_url_full = { value: canonical, ...from };
  if (!board) return { reading, data_url: null };
  reading.posting_url_domain = { value: board.label, source: "address", confidence: "sure" };
  if (id) reading.job_id = { value: id, source: "address", confidence: "sure" };
  const slug = board.company?.(url);
  const company = slug && companyName(readable(slug));
  if (company)
    reading.company_name = {
      value: company,
      source: "address",
      confidence: "doubtful",
      why: "This name is only in the address.",
    };
  // A company's own page names the posting and not the account that it is in.
  const hasAccount = slug !== undefined || !board.company;
  const data = id && hasAccount ? board.data?.(url, slug ?? "", id) : undefined;
  return { reading, data_url: data ?? null };
}

/** "acme-corp" as "Acme Corp"; a name with capitals of its own stays. */
function readable(slug: string): string {
  const text = decoded(slug)
    .replace(/[-_+]+/g, " ")
    .trim();
  const isPlain = text === text.toLowerCase();
  return isPlain ? text.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

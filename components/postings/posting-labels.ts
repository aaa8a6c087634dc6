import { postingKind } from "@/lib/postings/kind.ts";
import { valueWords } from "@/lib/records/value-words.ts";

type Named = { company_name: string; posting_title: string };
type Placed = { location_type: string; location_city: string };

/** What a posting is called where there is room for one name. */
export const postingTitle = (posting: Named): string =>
  posting.company_name || posting.posting_title || postingKind.label.unnamed;

/** "Remote", "Hybrid (Leeds)", "Leeds", or nothing; what the city says already is not said twice. */
export function placeLabel({ location_type, location_city }: Placed): string {
  const type = valueWords(location_type);
  if (!type || !location_city) return type || location_city;
  const said = location_city.toLowerCase();
  const isSaid = [type, location_type].some((words) => said.startsWith(words.toLowerCase()));
  return isSaid ? location_city : `${type} (${location_city})`;
}

// Whole thousands, also with a comma, a point or a space in them, and nothing of a larger number.
const wholeThousands = /(?<![\d.,])(\d{1,3})[,. ]?000(?![.,]?\d)/g;

/** Pay as a narrow column shows it: "£70k – £80k" for "£70,000 – £80,000". */
export const shortPay = (pay: string): string => pay.replace(wholeThousands, "$1k");

type Sent = { posting_url_domain: string; time_spent: number | null };

/** "through Greenhouse · 31 minutes", as far as it is known. */
export function applicationLabel({ posting_url_domain, time_spent }: Sent): string {
  const through = posting_url_domain && `through ${valueWords(posting_url_domain)}`;
  return [through, time_spent ? `${time_spent} minutes` : ""].filter(Boolean).join(" · ");
}

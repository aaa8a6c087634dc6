import { postingKind } from "@/lib/postings/kind.ts";

type Named = { company_name: string; posting_title: string };
type Placed = { location_type: string; location_city: string };

/** What a posting is called where there is room for one name. */
export const postingTitle = (posting: Named): string =>
  posting.company_name || posting.posting_title || postingKind.label.unnamed;

/** "Remote", "Hybrid (Leeds)", "Leeds", or nothing. */
export function placeLabel({ location_type, location_city }: Placed): string {
  if (location_type && location_city) return `${location_type} (${location_city})`;
  return location_type || location_city;
}

type Sent = { posting_url_domain: string; time_spent: number | null };

/** "through Greenhouse · 31 minutes", as far as it is known. */
export function applicationLabel({ posting_url_domain, time_spent }: Sent): string {
  const through = posting_url_domain && `through ${posting_url_domain}`;
  return [through, time_spent ? `${time_spent} minutes` : ""].filter(Boolean).join(" · ");
}

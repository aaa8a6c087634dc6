type Named = { company_name: string; posting_title: string };
type Placed = { location_type: string; location_city: string };

/** What a posting is called where there is room for one name. */
export const titleOf = (posting: Named): string =>
  posting.company_name || posting.posting_title || "Untitled posting";

/** "Remote", "Hybrid (Leeds)", "Leeds", or nothing. */
export function placeOf({ location_type, location_city }: Placed): string {
  if (location_type && location_city) return `${location_type} (${location_city})`;
  return location_type || location_city;
}

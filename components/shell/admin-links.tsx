import { adminPlaces } from "./places.ts";
import { RailItem } from "./rail.tsx";

/** The places of admins; the layout shows them to those alone. */
export function AdminLinks() {
  return adminPlaces.map((place) => <RailItem key={place.id} place={place} />);
}

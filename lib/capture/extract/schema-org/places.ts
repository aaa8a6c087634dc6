import { type LocationType, locationType } from "../values/location-type.ts";
import { place, placesOf } from "../values/place.ts";
import { words } from "../values/words.ts";
import { listOf, type Node } from "./nodes.ts";
import type { Resolve } from "./resolve.ts";

type Places = { locations: string[]; location_type: LocationType | null };

const nowhere: Places = { locations: [], location_type: null };

const joined = (all: readonly Places[]): Places => ({
  locations: [...new Set(all.flatMap(({ locations }) => locations))],
  location_type: all.find(({ location_type }) => location_type)?.location_type ?? null,
});

/** A name, from a text or from an object with one ("addressCountry": {"name": "Finland"}). */
const named = (value: unknown, resolve: Resolve): unknown => {
  const [first] = listOf(value);
  const node = resolve(first);
  return node ? (node.get("name") ?? node.get("value") ?? node.get("identifier")) : first;
};

/** Where a posting's `jobLocation` says it is: places, addresses and texts, alone and in lists. */
function placesIn(value: unknown, resolve: Resolve, depth = 0): Places {
  if (depth > 4) return nowhere;
  if (Array.isArray(value))
    return joined(listOf(value).map((each) => placesIn(each, resolve, depth + 1)));
  if (typeof value === "string") return placesOf(value);
  const node = resolve(value);
  if (!node) return nowhere;
  const inner = node.get("address") ?? node.get("location");
  if (inner !== undefined && inner !== null && inner !== "") {
    const found = placesIn(inner, resolve, depth + 1);
    if (found.locations.length > 0 || found.location_type) return found;
  }
  return ofAddress(node, resolve);
}

function ofAddress(node: Node, resolve: Resolve): Places {
  const parts = {
    city: named(node.get("addresslocality"), resolve),
    region: named(node.get("addressregion"), resolve),
    country: named(node.get("addresscountry"), resolve),
  };
  const written = place(parts);
  const said = [parts.city, parts.region, parts.country].map((part) => words(part));
  const location_type = said.reduce<LocationType | null>(
    (found, part) => found ?? locationType(part),
    null,
  );
  if (written || location_type) return { locations: written ? [written] : [], location_type };
  return placesOf(node.get("name") ?? node.get("streetaddress"));
}

/**
 * A posting's places and work mode. Where applicants have to live is a place only where none is named: then the work
 * is done from there.
 */
export function placesOfPosting(posting: Node, resolve: Resolve): Places {
  const found = placesIn(posting.get("joblocation"), resolve);
  const mode = listOf(posting.get("joblocationtype"))
    .map((each) => locationType(each))
    .find(Boolean);
  const homes = listOf(posting.get("applicantlocationrequirements")).flatMap((each) => {
    const node = resolve(each);
    if (!node) return placesOf(each).locations;
    const written = placesOf(node.get("name")).locations;
    return written.length > 0 ? written : placesIn(node, resolve).locations;
  });
  const isFromHome = found.locations.length === 0 && homes.length > 0;
  return {
    locations: isFromHome ? [...new Set(homes)] : found.locations,
    location_type: mode ?? found.location_type ?? (isFromHome ? "Remote" : null),
  };
}

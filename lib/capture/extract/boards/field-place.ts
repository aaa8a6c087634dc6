import type { LocationType } from "../values/location-type.ts";
import { place, placesOf } from "../values/place.ts";
import { folded, isNode, scalar, type TreeNode, valuesAt } from "./tree.ts";

const cityKeys = ["city", "cityname", "addresslocality", "locality", "town", "ort"];
const regionKeys = ["region", "state", "statename", "province", "addressregion", "statecode"];
const countryKeys = [
  "country",
  "countryname",
  "addresscountry",
  "isocountry",
  "countrycode",
  "land",
];
const wholeKeys = [
  "fulllocation",
  "locationdisplay",
  "formattedaddress",
  "formattedname",
  "displayname",
  "name",
  "label",
  "libelle",
  "locationname",
  "location",
  "text",
];

export type Places = { locations: string[]; location_type: LocationType | null };

const first = (node: TreeNode, keys: readonly string[]) => {
  for (const key of keys) {
    const value = scalar(folded(node).get(key));
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
};

/** The place that an object describes by its own parts; null where it has no city and no whole. */
const placeOfParts = (node: TreeNode): string | null =>
  place({
    city: first(node, cityKeys),
    region: first(node, regionKeys),
    country: first(node, countryKeys),
  });

/** "US, CA, Santa Clara" as a person writes it; some boards begin with the country. */
function cityFirst(text: string): string {
  const parts = text.split(",").map((part) => part.trim());
  const isCode = (part: string | undefined) => /^[A-Z]{2,3}$/.test(part ?? "");
  const isTurned = parts.length > 1 && isCode(parts[0]) && !isCode(parts.at(-1));
  return isTurned ? parts.reverse().join(", ") : parts.filter(Boolean).join(", ");
}

function placesOfText(text: string): Places {
  const { locations, location_type } = placesOf(text.slice(0, 2_000).replaceAll("_", " "));
  return { locations: locations.map(cityFirst), location_type };
}

function placesOfNode(node: TreeNode): Places {
  const view = folded(node);
  if (view.get("hidden") === true) return { locations: [], location_type: null };
  const address = view.get("address") ?? view.get("postaladdress") ?? view.get("adresse");
  const inner = isNode(address) ? placeOfParts(address) : null;
  if (inner) return { locations: [inner], location_type: null };
  const whole = first(node, wholeKeys);
  const larger = valuesAt(node, "parents.formattedname").filter((each) => typeof each === "string");
  if (typeof whole === "string" && larger.length > 0)
    return placesOfText([...new Set([whole, ...larger])].join(", "));
  if (typeof whole === "string" && whole.includes(",")) return placesOfText(whole);
  const parts = placeOfParts(node);
  const named = whole === undefined ? null : placesOfText(String(whole));
  if (parts && first(node, cityKeys))
    return { locations: [parts], location_type: named?.location_type ?? null };
  if (named && named.locations.length > 0) return named;
  return { locations: parts ? [parts] : [], location_type: named?.location_type ?? null };
}

/** The places at the first path that says any, and the work mode that stands with them. */
export function readPlaces(node: TreeNode, paths: readonly string[], isOnePlace: boolean): Places {
  let mode: LocationType | null = null;
  for (const path of paths) {
    const values = path.split("+").flatMap((each) => valuesAt(node, each));
    const texts = values.map(scalar).filter((each) => each !== undefined);
    const read = isOnePlace
      ? [placesOfText(texts.join(", "))]
      : values.map((value) => (isNode(value) ? placesOfNode(value) : placesOfText(String(value))));
    mode ??= read.find(({ location_type }) => location_type)?.location_type ?? null;
    const locations = [...new Set(read.flatMap((each) => each.locations))].slice(0, 50);
    if (locations.length > 0) return { locations, location_type: mode };
  }
  const own = placeOfParts(node);
  return { locations: own ? [own] : [], location_type: mode };
}

import { employmentType } from "../values/employment-type.ts";
import { type LocationType, locationType } from "../values/location-type.ts";
import type { BoardTable, FieldPaths } from "./board-table.ts";
import { firstOf, folded, isNode, scalar, type TreeNode, valuesAt } from "./tree.ts";

const isTrue = (value: unknown) => value === true || value === "true";

const noTelework = /^(?:pas|sans|aucun|kein|no|non)\b.{0,5}(?:t[ée]l[ée]travail|remote|home)/i;

function modeWords(value: unknown): LocationType | null {
  const text = scalar(value);
  if (typeof text !== "string") return null;
  const plain = text.replaceAll("_", " ");
  return noTelework.test(plain) ? "On-Site" : locationType(plain);
}

/** Custom fields of a board: `[{ name: "Location Type", value: "On-Site" }]`. */
function customField(node: TreeNode, name: RegExp): unknown {
  for (const field of [...valuesAt(node, "metadata"), ...valuesAt(node, "customfield")]) {
    if (!isNode(field)) continue;
    const view = folded(field);
    const label = view.get("name") ?? view.get("fieldlabel") ?? view.get("label");
    if (typeof label === "string" && name.test(label.slice(0, 100)))
      return view.get("value") ?? view.get("valuelabel");
  }
  return undefined;
}

/** Remote, Hybrid or On-Site, by what the board says of it; null where it says only that it is not remote. */
export function readMode(
  node: TreeNode,
  paths: FieldPaths,
  codes: BoardTable["modeCodes"],
): LocationType | null {
  const said = firstOf(node, paths.mode, (value) => codes?.[String(value)] ?? modeWords(value));
  if (said) return said;
  const field = customField(node, /^(?:location|work ?place|work) (?:type|model?)$/i);
  const custom = modeWords(field);
  if (custom) return custom;
  if (firstOf(node, paths.hybrid, (value) => isTrue(value) || null)) return "Hybrid";
  if (firstOf(node, paths.remote, (value) => isTrue(value) || null)) return "Remote";
  const places = valuesAt(node, "locations").filter(isNode);
  const isRemote =
    places.length > 0 && places.every((each) => isTrue(folded(each).get("isremote")));
  return isRemote ? "Remote" : null;
}

/** What says yes or no to a type. */
const typeFlags: readonly (readonly [type: string, keys: readonly string[]])[] = [
  ["Full-time", ["fulltime", "isfulltime", "arbeitszeitvollzeit"]],
  ["Part-time", ["parttime", "isparttime", "arbeitszeitteilzeit", "arbeitszeitteilzeitflexibel"]],
];

/** The employment type; null where the data names none, or one that is none ("Regular"). */
export const readType = (node: TreeNode, paths: FieldPaths): string | null =>
  firstOf(node, paths.type, (value) => employmentType(typeWords(value))) ??
  employmentType(typeWords(customField(node, /^(?:employment|time|job) type$/i))) ??
  typeFlags.find(([, keys]) => keys.some((key) => isTrue(folded(node).get(key))))?.[0] ??
  null;

const typeWords = (value: unknown) => {
  const text = scalar(value);
  if (typeof text !== "string") return undefined;
  // Workable says "full" and "part".
  return /^(?:full|part)$/i.test(text) ? `${text} time` : text.slice(0, 200).replaceAll("_", " ");
};

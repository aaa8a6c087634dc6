import { systemOf } from "../words/boards.ts";
import type { Fitter } from "./fit.ts";
import type { Keeper } from "./keeper.ts";
import { employmentKind, locationKind } from "./kinds.ts";
import { type Layout, says } from "./layout.ts";
import { hostOf, urlIn } from "./url.ts";

/** The fields that are taken over as they stand, or nearly so; what they lose goes to the keeper. */
export function plainFields(cells: readonly string[], layout: Layout, keep: Keeper, fit: Fitter) {
  const url = findUrl(cells, layout, keep);
  const place = layout.cells(cells, "location_city").join(", ");
  const joined = (target: "pay_range" | "outreach_info", sign: string) =>
    fit.text(target, layout.cells(cells, target).join(sign));
  return {
    posting_url_full: fit.whole("posting_url_full", url),
    posting_url_domain: systemOf(hostOf(url)),
    pay_range: joined("pay_range", " – "),
    location_type: fit.text("location_type", locationType(cells, layout, keep, place)),
    location_city: fit.text("location_city", place),
    employment_type: fit.text("employment_type", employmentType(cells, layout, keep)),
    outreach_info: joined("outreach_info", ", "),
    technology_string: fit.text("technology_string", layout.cell(cells, "technology_string")),
    job_description: layout.cell(cells, "job_description"),
  };
}

/** The posting's address: of its column, else one that stands alone among the notes. */
function findUrl(cells: readonly string[], layout: Layout, keep: Keeper): string {
  for (const at of layout.columns("posting_url_full")) {
    const text = says(cells[at]);
    const url = urlIn(text);
    if (text !== "" && (url === "" || url.length < text.length - 1)) keep.column(at);
    if (url) return url;
  }
  for (const at of layout.columns("comments")) {
    const text = says(cells[at]);
    const url = urlIn(text);
    if (url && url.length >= text.length - 1) return url;
  }
  return "";
}

function locationType(
  cells: readonly string[],
  layout: Layout,
  keep: Keeper,
  place: string,
): string {
  const mode = layout.cell(cells, "location_type");
  if (mode === "") return locationKind(place);
  const kind = locationKind(mode);
  if (kind && kind.toLowerCase() !== mode.toLowerCase()) keep.target("location_type");
  return kind || mode;
}

function employmentType(cells: readonly string[], layout: Layout, keep: Keeper): string {
  const text = layout.cell(cells, "employment_type");
  const kind = employmentKind(text);
  if (kind && kind.toLowerCase() !== text.toLowerCase()) keep.target("employment_type");
  return kind || text;
}

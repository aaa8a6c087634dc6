import { z } from "zod";
import { int, oneOf } from "../fields.ts";
import { choice, flag, integer, text } from "../records/fields.ts";
import { layouts, viewKinds } from "./values.ts";

const place = z.int().min(1, "Places count from 1.").max(10_000);

/** The fields of a saved view, in the order of the API. */
export const viewFields = {
  name: text("Name", 64, {
    required: true,
    formRequired: "A view needs a name.",
    sample: "Quiet and remote",
  }),
  kind: { ...choice("List", viewKinds, { sample: "job_posting" }), api: () => oneOf(viewKinds) },
  query: text("Filters", 2048, { blank: true, sample: "place=Remote&waiting=14" }),
  columns: text("Columns", 256, { blank: true, sample: "posting_status,waiting,pay" }),
  density: text("Row height", 16, { blank: true, sample: "" }),
  sort: text("Sort", 64, { blank: true, sample: "-waiting" }),
  layout: choice("Layout", layouts, { sample: "table" }),
  is_default: flag("Default", { sample: false }),
  place: {
    ...integer("Place", { limits: [place], sample: 1 }),
    api: () => int().pipe(place).optional(),
  },
};

import { choice, text } from "../records/fields.ts";
import { hues, maxTagName } from "./values.ts";

/** The fields of a tag, in the order of the API. */
export const tagFields = {
  name: text("Name", maxTagName, {
    required: true,
    formRequired: "A tag needs a name.",
    sample: "dream",
  }),
  hue: choice("Colour", hues, { sample: "teal" }),
};

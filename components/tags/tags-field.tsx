import type { OptionalField } from "@/components/forms/optional-fields.tsx";
import { TextField } from "@/components/forms/text-field.tsx";

/** The field for the tags of what a form adds; on its page they are changed one by one. */
export const tagsField: OptionalField = {
  label: "Tags",
  names: ["tags"],
  filled: false,
  children: (
    <TextField
      name="tags"
      label="Tags"
      help="Words of your own, with commas in between."
      autoComplete="off"
    />
  ),
};

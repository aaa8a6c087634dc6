import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { addTag } from "@/lib/tags/actions.ts";
import { maxTagName } from "@/lib/tags/values.ts";

const labels = { name: "Name" };

/** Adds a tag, which gets a colour of its own. */
export function TagForm() {
  return (
    <ActionForm
      formKey="tag-new"
      action={addTag}
      submit="Add tag"
      refusal="There is no new tag"
      labels={labels}
      noDraft
    >
      <TextField name="name" label={labels.name} limit={maxTagName} autoComplete="off" required />
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { encodings } from "@/lib/imports/encoding/encodings.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";

type Props = { batch: OwnedBatch; action: FormAction };

/** The text encoding of a file, to choose another; only where it was guessed are its bytes kept for that. */
export function EncodingForm({ batch: { id, detected }, action }: Props) {
  if (!detected.encodingGuessed) return null;
  return (
    <ActionForm formKey={`encoding-${id}`} action={action} submit="Read it again" noDraft>
      <SelectField
        name="encoding"
        label="Text encoding"
        help="Choose another one if letters look wrong: ü, ł, я or 公."
        options={encodings}
        defaultValue={detected.encoding}
      />
    </ActionForm>
  );
}

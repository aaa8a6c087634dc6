import { ActionForm } from "@/components/forms/action-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { encodings } from "@/lib/imports/encoding/encodings.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";

type Props = { batch: OwnedBatch; action: FormAction };

/** What was left out of the sheet, and the text encoding, where it was guessed and may be corrected. */
export function EncodingForm({ batch: { id, detected }, action }: Props) {
  return (
    <>
      {detected.notes?.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {detected.encodingGuessed && (
        <ActionForm formKey={`encoding-${id}`} action={action} submit="Read it again" noDraft>
          <SelectField
            name="encoding"
            label="Text encoding"
            help="Choose another one if letters look wrong: ü, ł, я or 公."
            options={encodings}
            defaultValue={detected.encoding}
          />
        </ActionForm>
      )}
    </>
  );
}

import { ActionForm } from "@/components/forms/action-form.tsx";
import { CheckField } from "@/components/forms/check-field.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";

type Props = {
  id: number;
  counts: { new: number; attention: number; duplicate: number };
  write: FormAction;
  discard: () => Promise<void>;
};

const rows = (count: number) => (count === 1 ? "1 row" : `${count} rows`);

/** Decides what is written besides the new rows, and writes it. */
export function WriteForm({ id, counts, write, discard }: Props) {
  const { attention, duplicate } = counts;
  return (
    <div className="write-form">
      <ActionForm
        formKey={`write-${id}`}
        action={write}
        submit="Import"
        refusal="Nothing was imported"
        noDraft
      >
        {attention > 0 && (
          <CheckField
            name="attention"
            label={`Also the ${rows(attention)} that need your attention`}
            help="What is doubtful stays empty, and the doubt is noted in the posting’s comment."
            defaultChecked
          />
        )}
        {duplicate > 0 && (
          <CheckField
            name="duplicates"
            label={`Also the ${rows(duplicate)} that you seem to have already`}
          />
        )}
      </ActionForm>
      <ButtonForm action={discard}>
        <SubmitButton variant="quiet">Throw this reading away</SubmitButton>
      </ButtonForm>
    </div>
  );
}

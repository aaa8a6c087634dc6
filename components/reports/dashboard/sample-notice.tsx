import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { dropSample } from "@/lib/sample/actions.ts";

/** Says that what is shown is sample data, and takes it away. */
export function SampleNotice() {
  return (
    <Notice
      title="You are looking at sample data"
      action={
        <ButtonForm action={dropSample}>
          <SubmitButton size="s">Remove the sample data</SubmitButton>
        </ButtonForm>
      }
    >
      <p>
        Try anything with it. Removing it takes along what you added to it; what you add beside it
        stays.
      </p>
    </Notice>
  );
}

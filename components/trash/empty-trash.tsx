import { Confirm } from "@/components/ui/confirm.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { emptyWholeTrash } from "@/lib/trash/actions.ts";

/** Empties the trash, after asking: nothing brings it back. */
export function EmptyTrash() {
  return (
    <Confirm label="Empty the trash" title="Empty the trash?" size="s">
      <p>
        Everything in it is deleted for good: sites, postings and opportunities, with their
        comments.
      </p>
      <form action={emptyWholeTrash} className="mt-4 flex justify-end">
        <SubmitButton variant="danger">Delete it all for good</SubmitButton>
      </form>
    </Confirm>
  );
}

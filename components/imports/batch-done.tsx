import { LinkButton } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { undoImport } from "@/lib/imports/actions.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** What an import wrote, with a link to it and an undo. */
export function BatchDone({ batch }: { batch: OwnedBatch }) {
  const { posting_count, site_count, attention_count, state } = batch;
  const made = `${counted(posting_count, "posting")} and ${counted(site_count, "new site")}`;
  if (state === "undone") {
    return (
      <Card labelledBy="outcome">
        <CardHeader id="outcome" title="This import is undone" />
        <CardBody>
          <p>
            Its {counted(posting_count, "posting")} went to the <Link href="/trash">trash</Link>,
            where they stay for 30 days.
          </p>
        </CardBody>
      </Card>
    );
  }
  return (
    <Card labelledBy="outcome">
      <CardHeader id="outcome" title={`${made} were made`} />
      <CardBody>
        {attention_count > 0 && (
          <p>
            {counted(attention_count, "row")} left something open. The comment on each of these
            postings says what.
          </p>
        )}
        <div className="import-actions">
          <LinkButton href="/dashboard" variant="primary">
            See where you stand
          </LinkButton>
          <LinkButton href="/postings">Open the postings</LinkButton>
          <ButtonForm action={undoImport.bind(null, batch.id)}>
            <SubmitButton variant="danger">Undo this import</SubmitButton>
          </ButtonForm>
        </div>
      </CardBody>
    </Card>
  );
}

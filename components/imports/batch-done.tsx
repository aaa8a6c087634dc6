import { LinkButton } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { formatNumber, pluralize } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { restoreImport, undoImport } from "@/lib/imports/actions.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";

type Props = {
  batch: OwnedBatch;
  /** how many of its postings an undone import has in the trash */
  restorable: number;
};

/** What an import wrote, with links to it and an undo. */
export function BatchDone({ batch, restorable }: Props) {
  const { id, posting_count, site_count, attention_count, state } = batch;
  if (state === "undone") return <Undone batch={batch} restorable={restorable} />;
  const postings = `/postings?import=${id}`;
  return (
    <Card labelledBy="outcome">
      <CardHeader
        id="outcome"
        title={`Imported ${pluralize(posting_count, "posting")}`}
        note={site_count > 0 && `and added ${pluralize(site_count, "site")}`}
      />
      <CardBody>
        {attention_count > 0 && (
          <p>
            {attention_count === 1
              ? "One of them left a question open. A comment on it says which."
              : `${formatNumber(attention_count)} of them left a question open. A comment on each says which.`}{" "}
            <Link href={`${postings}&attention=on`} className="link">
              {attention_count === 1 ? "Show it" : `Show the ${formatNumber(attention_count)}`}
            </Link>
          </p>
        )}
        <div className="import-actions">
          <LinkButton href="/dashboard" variant="primary">
            See where you stand
          </LinkButton>
          <LinkButton href={postings}>Show the postings</LinkButton>
          <ButtonForm action={undoImport.bind(null, id)}>
            <SubmitButton variant="danger">Undo this import</SubmitButton>
          </ButtonForm>
        </div>
      </CardBody>
    </Card>
  );
}

function Undone({ batch, restorable }: Props) {
  return (
    <Card labelledBy="outcome">
      <CardHeader id="outcome" title="You undid this import" />
      <CardBody>
        {restorable === 0 ? (
          <p>None of its {pluralize(batch.posting_count, "posting")} is in the trash any more.</p>
        ) : (
          <>
            <p>
              {restorable === 1 ? "Its posting is" : `Its ${formatNumber(restorable)} postings are`}{" "}
              in the{" "}
              <Link href="/trash" className="link">
                trash
              </Link>{" "}
              for 30 days.
            </p>
            <ButtonForm action={restoreImport.bind(null, batch.id)} className="import-actions">
              <SubmitButton>
                {restorable === 1 ? "Restore it" : `Restore all ${formatNumber(restorable)}`}
              </SubmitButton>
            </ButtonForm>
          </>
        )}
      </CardBody>
    </Card>
  );
}

import { ButtonForm } from "@/components/ui/button-form.tsx";
import { formatNumber, pluralize } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import { restoreImport } from "@/lib/imports/actions.ts";
import type { ImportInTrash } from "@/lib/imports/queries.ts";

type Props = { imports: ImportInTrash[]; zone: string };

/** The imports that were undone and can be brought back as a whole. */
export function TrashedImports({ imports, zone }: Props) {
  if (imports.length === 0) return null;
  return (
    <ul className="card trashed-imports" aria-label="Imports that you undid">
      {imports.map(({ id, file_name, undone_at, postings }) => (
        <li key={id}>
          <p>
            <Link href={`/import/${id}`}>{file_name}</Link>{" "}
            <span className="dim">
              You undid this import <DateText iso={formatInstant(undone_at, zone)} />:{" "}
              {pluralize(postings, "posting")}
            </span>
          </p>
          <ButtonForm action={restoreImport.bind(null, id)}>
            <SubmitButton size="s">
              Restore all {formatNumber(postings)} of this import
              <span className="sr-only">, {file_name}</span>
            </SubmitButton>
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}

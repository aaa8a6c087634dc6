import { LinkButton } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { briefcaseIcon, searchXIcon } from "../ui/icons.ts";

/** What the postings page shows before there is a posting. */
export function NoPostings() {
  return (
    <Card>
      <Empty
        icon={briefcaseIcon}
        title="No postings yet"
        actions={
          <>
            <LinkButton href="/postings/new" variant="primary">
              Add a posting
            </LinkButton>
            <LinkButton href="/import">Bring your spreadsheet</LinkButton>
          </>
        }
      >
        <p>
          Each opening that you applied to, or mean to, gets a row here. A company and a title are
          enough to begin.
        </p>
      </Empty>
    </Card>
  );
}

/** What it shows where nothing fits the filter. */
export function NothingFound() {
  return (
    <Card>
      <Empty
        icon={searchXIcon}
        title="Nothing fits"
        actions={<LinkButton href="/postings">Show all postings</LinkButton>}
      >
        <p>No posting has all of that. Loosen the search or a filter, or show them all.</p>
      </Empty>
    </Card>
  );
}

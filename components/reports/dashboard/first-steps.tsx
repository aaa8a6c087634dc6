import { LinkButton } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { briefcaseIcon } from "../../ui/icons.ts";

/** What the dashboard shows before there is anything to count. */
export function FirstSteps() {
  return (
    <Card>
      <Empty
        icon={briefcaseIcon}
        title="Your job hunt goes here"
        actions={
          <>
            <LinkButton href="/import" variant="primary">
              Bring your spreadsheet
            </LinkButton>
            <LinkButton href="/postings/new">Add a posting</LinkButton>
            <LinkButton href="/sites/new">Add a job site</LinkButton>
          </>
        }
      >
        <p>
          Kept a list until now? Bring it as it is: Foothold reads the columns and shows you what it
          understood before anything is saved. Or add the first posting by hand; a company and a
          title are enough.
        </p>
      </Empty>
    </Card>
  );
}

import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { briefcaseIcon } from "../../ui/icons.ts";

/** Empty state of the dashboard. */
export function FirstSteps() {
  return (
    <Card>
      <Empty
        icon={briefcaseIcon}
        title="Your job hunt goes here"
        next={["/import", "Bring your spreadsheet"]}
        others={[
          ["/postings/new", "Add a posting"],
          ["/sites/new", "Add a job site"],
        ]}
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

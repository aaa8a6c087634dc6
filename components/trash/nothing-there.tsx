import { LinkButton } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { trashIcon } from "../ui/icons.ts";

/** The trash with nothing in it. */
export function NothingThere() {
  return (
    <Empty
      icon={trashIcon}
      title="The trash is empty"
      actions={<LinkButton href="/dashboard">Go to Today</LinkButton>}
    >
      When you delete a site, a posting or an opportunity, it waits here for 30 days in case you
      want it back.
    </Empty>
  );
}

import { Empty } from "@/components/ui/empty.tsx";
import { trashIcon } from "../ui/icons.ts";

/** The trashIcon with nothing in it. */
export function NothingThere() {
  return (
    <Empty icon={trashIcon} title="The trashIcon is empty" others={[["/dashboard", "Go to Today"]]}>
      When you delete a site, a posting or an opportunity, it waits here for 30 days in case you
      want it back.
    </Empty>
  );
}

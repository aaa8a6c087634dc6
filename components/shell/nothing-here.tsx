"use client";

import { Empty } from "../ui/empty.tsx";
import { compassIcon } from "../ui/icons.ts";

/** Says that an address leads nowhere, and where to go instead. */
export function NothingHere() {
  return (
    <>
      <title>Not found · Foothold</title>
      <h1 className="sr-only">Not found</h1>
      <Empty
        icon={compassIcon}
        title="There is nothing at this address"
        next={["/dashboard", "Go to Today"]}
        others={[["/trash", "Look in the trash"]]}
      >
        It may have been deleted, or the address has a slip in it.
      </Empty>
    </>
  );
}

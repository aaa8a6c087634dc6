"use client";

import { LinkButton } from "../ui/button.tsx";
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
        actions={
          <>
            <LinkButton href="/dashboard" variant="primary">
              Go to Today
            </LinkButton>
            <LinkButton href="/trash">Look in the trash</LinkButton>
          </>
        }
      >
        It may have been deleted, or the address has a slip in it.
      </Empty>
    </>
  );
}

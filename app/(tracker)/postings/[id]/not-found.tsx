import { Empty } from "@/components/ui/empty.tsx";
import { searchXIcon } from "@/components/ui/icons.ts";

/** For an address that names no posting of the person's. */
export default function NoSuchPosting() {
  return (
    <>
      <h1 className="sr-only">There is no such posting</h1>
      <Empty
        icon={searchXIcon}
        title="There is no such posting"
        next={["/postings", "All postings"]}
        others={[["/trash", "Look in the trash"]]}
      >
        <p>It may have been deleted, or the address is not quite right.</p>
      </Empty>
    </>
  );
}

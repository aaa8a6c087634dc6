import { Empty } from "@/components/ui/empty.tsx";
import { fileUpIcon } from "@/components/ui/icons.ts";

/** For an address that names no import of the person's: mostly a draft that is no longer kept. */
export default function NoSuchImport() {
  return (
    <>
      <h1 className="sr-only">This import is not here</h1>
      <Empty
        icon={fileUpIcon}
        title="This import is not here"
        next={["/import", "Bring the file again"]}
      >
        <p>
          A file that you have not imported is kept for seven days, or until you discard it. No
          posting was made of it, so nothing is lost: your file is still where you took it from.
        </p>
      </Empty>
    </>
  );
}

import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";

/** Why a page could not be read, and what sees it instead. */
export function RefusalNote({ note }: { note: string }) {
  return (
    <div role="alert" className="read-preview__note">
      <Notice tone="warning" title={note}>
        <p>
          What its address says is filled in. Paste the posting’s text above, or bring the page with{" "}
          <Link href="/settings/browser">the bookmark</Link>: it sees what you see.
        </p>
      </Notice>
    </div>
  );
}

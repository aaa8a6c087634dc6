import { LinkButton } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { globeIcon } from "../ui/icons.ts";

/** An empty list: because nothing fits the search, or nothing is there yet. */
export function NoSites({ q }: { q: string }) {
  if (q) {
    return (
      <Empty
        title={`No site fits “${q}”`}
        actions={<LinkButton href="/sites">Show all</LinkButton>}
      />
    );
  }
  return (
    <Empty
      icon={globeIcon}
      title="Where do you look for work?"
      actions={
        <>
          <LinkButton href="/sites/new" variant="primary">
            Add a site
          </LinkButton>
          <LinkButton href="/import">Bring in a spreadsheet</LinkButton>
        </>
      }
    >
      A site is a job board or a company’s careers page. Keep the ones you check here, with your
      notes and when you last looked; each posting belongs to one.
    </Empty>
  );
}

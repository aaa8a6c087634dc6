import { __iconData as plus } from "lucide-react/icons/plus";
import { LinkButton } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { Link } from "@/components/ui/link.tsx";
import { FoundName } from "@/components/ui/marked.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import { webAddress } from "@/lib/address.ts";
import { formatInstant } from "@/lib/dates.ts";
import type { SiteTableRow } from "@/lib/sites/queries.ts";
import type { SiteFilter } from "@/lib/sites/schema.ts";
import { listAddress } from "./address.ts";
import { Rating } from "./rating.tsx";
import { VisitLink } from "./visit-link.tsx";

const columns = (zone: string, words: string[]): Column<SiteTableRow>[] => [
  {
    key: "site_name",
    label: "Name",
    size: "grow",
    phone: "title",
    sortable: true,
    cell: (site) => (
      <FoundName text={site.site_name || "Unnamed site"} words={words} line={site.excerpt} />
    ),
  },
  {
    key: "rating",
    label: "Rating",
    size: "s",
    phone: "mark",
    sortable: true,
    cell: (site) => <Rating value={site.rating} />,
  },
  {
    key: "posting_count",
    label: "Postings",
    size: "m",
    align: "end",
    sortable: true,
    cell: ({ posting_count }) => (
      <>
        {posting_count}
        <span className="min-[720px]:hidden">{posting_count === 1 ? " posting" : " postings"}</span>
      </>
    ),
  },
  {
    key: "last_visited_at",
    label: "Last visit",
    size: "s",
    sortable: true,
    cell: (site) => (
      <>
        <span className="min-[720px]:hidden">looked </span>
        <RelativeTime iso={formatInstant(site.last_visited_at, zone)} />
      </>
    ),
  },
  {
    key: "site_url",
    label: "Address",
    size: "l",
    cell: (site) => <SiteLink site={site} />,
  },
  {
    key: "add",
    label: "Add",
    size: "s",
    phone: "hide",
    align: "end",
    cell: (site) => (
      <>
        <LinkButton href={`/postings/new?site=${site.id}`} size="s">
          <Icon of={plus} /> Posting
          <span className="sr-only"> to {site.site_name || "this site"}</span>
        </LinkButton>
        {/* For the key that edits the marked row. */}
        <Link href={`/sites/${site.id}/edit`} hidden data-edit-link>
          Edit
        </Link>
      </>
    ),
  },
];

function SiteLink({ site }: { site: Pick<SiteTableRow, "id" | "site_url"> }) {
  const href = webAddress(site.site_url);
  if (!href) return site.site_url;
  return (
    <VisitLink id={site.id} href={href} className="site-link">
      {URL.parse(href)?.host.replace(/^www\./, "")}
    </VisitLink>
  );
}

type Props = {
  rows: SiteTableRow[];
  filter: SiteFilter;
  direction: "asc" | "desc";
  zone: string;
  /** what the list was searched for */
  words: string[];
};

/** One page of sites, each with the number of its postings and the way out to it. */
export function SiteTable({ rows, filter, direction, zone, words }: Props) {
  return (
    <DataTable
      label="Sites"
      columns={columns(zone, words)}
      rows={rows}
      rowKey={(site) => site.id}
      rowHref={(site) => `/sites/${site.id}`}
      sorting={{
        by: filter.sort,
        descending: direction === "desc",
        href: (by, descending) =>
          listAddress(filter, {
            sort: by as SiteFilter["sort"],
            dir: descending ? "desc" : "asc",
          }),
      }}
    />
  );
}

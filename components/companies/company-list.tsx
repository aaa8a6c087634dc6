import { TagFilterBar } from "@/components/tags/tag-filter.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { banIcon, buildingIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { listAddress, searchFields } from "@/components/ui/list-address.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { companyKind } from "@/lib/companies/kind.ts";
import type { ListedCompany } from "@/lib/companies/list.ts";
import type { CompanyFilter } from "@/lib/companies/schema.ts";
import { companiesPerPage, companyPath } from "@/lib/companies/values.ts";
import { formatMoment } from "@/lib/dates.ts";
import { tablePageSize } from "@/lib/lists/table-filter.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { times } from "./record-words.tsx";

type Props = {
  rows: ListedCompany[];
  total: number;
  filter: CompanyFilter;
  tags: readonly Tag[];
  zone: string;
};

const list = { path: companyKind.path, defaultSort: "name" };
const fixed = { sort: list.defaultSort, rows: tablePageSize };

/** The companies of all openings and people, by name, with what came of each. */
export function CompanyList({ rows, total, filter, tags, zone }: Props) {
  const { q, page } = filter;
  const narrowing = { ...filter, ...fixed };
  const isTagged = Boolean(filter.tag ?? filter.not_tag);
  return (
    <>
      <PageHeader
        title="Companies"
        beside={total > 0 && formatNumber(total)}
        breadcrumbs={[{ label: "Postings", href: "/postings" }, { label: "Companies" }]}
      />
      {(total > 0 || q || isTagged) && (
        <div className="list-bar">
          <SearchBox
            action="/companies"
            label="Search companies"
            q={q}
            keep={searchFields(list, narrowing)}
          />
          <TagFilterBar list={list} filter={narrowing} tags={tags} />
        </div>
      )}
      {rows.length === 0 ? (
        <NoCompanies q={q} isTagged={isTagged} />
      ) : (
        <Card>
          <ul className="company-list">
            {rows.map((row) => (
              <Row key={row.key} row={row} zone={zone} />
            ))}
          </ul>
          <Pager
            total={total}
            page={page}
            size={companiesPerPage}
            href={(to) => listAddress(list, narrowing, { page: to })}
          />
        </Card>
      )}
    </>
  );
}

function Row({ row, zone }: { row: ListedCompany; zone: string }) {
  const { name, postings, applied, answered, opportunities, contacts } = row;
  const words = [
    applied > 0 &&
      `Applied ${times(applied)}, ${answered > 0 ? `answered ${times(answered)}` : "no answer"}`,
    postings > applied && `${formatNumber(postings - applied)} saved`,
    opportunities > 0 && counted(opportunities, "opportunity", "opportunities"),
    contacts > 0 && counted(contacts, "contact", "contacts"),
  ];
  return (
    <li className="row-list__row" data-row>
      <div>
        <Link href={companyPath(name)} className="row-list__name" data-row-link>
          {name}
        </Link>
        {row.do_not_apply_at && (
          <span className="past-mark past-mark--rejected" title="Do not apply again">
            <Icon of={banIcon} />
            <span className="sr-only">, do not apply again</span>
          </span>
        )}
        <p className="row-list__note">{words.filter(Boolean).join(" · ")}</p>
      </div>
      {row.last_applied_at && (
        <DateText iso={formatMoment(row.last_applied_at, zone)} className="linked-day" />
      )}
    </li>
  );
}

const counted = (count: number, one: string, many: string) =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

function NoCompanies({ q, isTagged }: { q: string; isTagged: boolean }) {
  if (q)
    return (
      <Empty title={`No company matches “${q}”`} next={["/companies", "Show all companies"]} />
    );
  if (isTagged)
    return <Empty title="No company fits these tags" next={["/companies", "Show all companies"]} />;
  return (
    <Empty icon={buildingIcon} title="Where have you applied?" next={["/add", "Add a posting"]}>
      The companies of your postings, opportunities and contacts appear here, each once, however it
      is written.
    </Empty>
  );
}

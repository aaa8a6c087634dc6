import type { Metadata } from "next";
import { searchGroups } from "@/components/shell/search-groups.ts";
import { SearchResultList } from "@/components/shell/search-result-list.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { kinds } from "@/lib/kinds.ts";
import { searchAll, searchFilter } from "@/lib/search/queries.ts";
import { pathWithQuery } from "@/lib/urls.ts";

export const metadata: Metadata = { title: "Search" };

const most = 20;
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor();
  const { q } = searchFilter.parse(await searchParams);
  const groups = searchGroups(await searchAll(actor, q, most));
  const found = kinds.flatMap(({ label, path }, at) => {
    const items = groups[at]?.items ?? [];
    return items.length > 0 ? [{ title: label.many, path, items }] : [];
  });
  return (
    <>
      <PageHeader
        title="Search"
        actions={<SearchBox action="/search" label="Search everything" q={q} />}
      />
      {found.map(({ title, path, items }) => (
        <SearchResultList
          key={title}
          title={title}
          items={items}
          all={items.length === most ? pathWithQuery(path, { q }) : undefined}
        />
      ))}
      {found.length === 0 && (
        <Empty title={q ? `Nothing says “${q}”` : "What are you looking for?"}>
          {q
            ? "All its words must be in one posting, site or opportunity. Try fewer of them, or only how they begin."
            : "Names, titles, notes, descriptions and comments of your postings, sites and opportunities are searched."}
        </Empty>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { searchGroups } from "@/components/shell/search-groups.ts";
import { SearchResultList } from "@/components/shell/search-result-list.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { type KindName, kinds } from "@/lib/kinds.ts";
import { countAll, searchAll, searchFilter } from "@/lib/search/queries.ts";
import { lineRoom } from "@/lib/search/snippet.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { pathWithQuery } from "@/lib/urls.ts";

export const metadata: Metadata = { title: "Search" };

const most = 20;

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor();
  const { q } = searchFilter.parse(await searchParams);
  const [results, counts] = await Promise.all([
    searchAll(actor, q, most, lineRoom),
    countAll(actor, q),
  ]);
  const found = searchGroups(results, {
    zone: actor.time_zone,
    statuses: await statusesOf(actor),
  }).filter(({ items }) => items.length > 0);
  return (
    <div className="search-page">
      <header className="page-header">
        <h1>Search</h1>
        <SearchBox action="/search" label="Search everything" q={q} />
        <p className="lead" role="status">
          {found.length > 0 && countWords(counts)}
        </p>
      </header>
      <div className="stack">
        {found.map(({ kind, title, items }) => (
          <SearchResultList
            key={kind}
            title={title}
            items={items}
            total={counts[kind]}
            all={pathWithQuery(pathOf[kind], { q })}
          />
        ))}
      </div>
      {found.length === 0 && <NothingFound q={q} />}
    </div>
  );
}

const pathOf = Object.fromEntries(kinds.map(({ name, path }) => [name, path])) as Record<
  KindName,
  string
>;

/** "73 postings, 1 site and 7 opportunities". */
function countWords(counts: Record<KindName, number>): string {
  const words = kinds.flatMap(({ name, label }) => {
    const noun = counts[name] === 1 ? label.one : label.many;
    return counts[name] > 0 ? [`${formatNumber(counts[name])} ${noun.toLowerCase()}`] : [];
  });
  return new Intl.ListFormat("en-GB").format(words);
}

function NothingFound({ q }: { q: string }) {
  if (!q) {
    return (
      <Empty title="What are you looking for?">
        Search names, titles, notes, descriptions and comments.
      </Empty>
    );
  }
  return (
    <Empty title={`Nothing found for “${q}”`}>
      All the words must be in the same posting, site or opportunity. Try fewer words, or just the
      start of one.
    </Empty>
  );
}

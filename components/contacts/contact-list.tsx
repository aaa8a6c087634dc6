import { TagFilterBar } from "@/components/tags/tag-filter.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatRelative, pluralize } from "@/components/ui/format.ts";
import { highlight } from "@/components/ui/highlight.tsx";
import { usersIcon } from "@/components/ui/icons.ts";
import { listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import { forgetAllConnections } from "@/lib/connections/actions.ts";
import { contactKind } from "@/lib/contacts/kind.ts";
import type { ContactTableRow, searchContacts } from "@/lib/contacts/queries.ts";
import type { ContactFilter } from "@/lib/contacts/schema.ts";
import { contactSorting } from "@/lib/contacts/values.ts";
import { formatMoment } from "@/lib/dates.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { CardDrop } from "./card-drop.tsx";
import { contactName } from "./contact-labels.ts";
import { type ContactListRow, ContactTable } from "./contact-table.tsx";

const contactList = listOf(contactKind, contactSorting);

const isTagged = ({ tag, not_tag }: ContactFilter) => Boolean(tag || not_tag);

type Props = {
  filter: ContactFilter;
  found: Awaited<ReturnType<typeof searchContacts>>;
  tags: readonly Tag[];
  /** how many there are of LinkedIn's list */
  connections: number;
  zone: string;
};

/** The list of contacts, or what is shown where there are none. A file of cards can be dropped on it. */
export function ContactList({ filter, found, tags, connections, zone }: Props) {
  const isNarrowed = found.total > 0 || filter.q !== "" || isTagged(filter);
  return (
    <CardDrop some={isNarrowed} more={connections > 0 && <ForgetConnections count={connections} />}>
      <ListPage
        kind={contactKind}
        sorting={contactSorting}
        filter={filter}
        total={found.total}
        rows={found.rows.map((row) => listRow(row, zone, found.words))}
        table={ContactTable}
        empty={<NoContacts filter={filter} />}
        add="Add contact"
      >
        {isNarrowed && <TagFilterBar list={contactList} {...{ filter, tags }} />}
      </ListPage>
    </CardDrop>
  );
}

const ForgetConnections = ({ count }: { count: number }) => (
  <ButtonForm action={forgetAllConnections}>
    <Button size="s" variant="quiet" type="submit">
      Forget {pluralize(count, "LinkedIn connection")}
    </Button>
  </ButtonForm>
);

// Only what the table shows, since the browser is sent it as data too.
function listRow(row: ContactTableRow, zone: string, terms: string[]): ContactListRow {
  const spoken = row.last_contacted_at && formatMoment(row.last_contacted_at, zone);
  return {
    ...namedRow(row, contactName(row), terms),
    tags: row.tags,
    company: highlight(row.company, terms),
    kind: row.kind,
    spoken: spoken ? [spoken, formatRelative(spoken)] : null,
    openings: row.opening_count,
  };
}

function NoContacts({ filter }: { filter: ContactFilter }) {
  const { q } = filter;
  if (q)
    return (
      <Empty title={`No contact matches “${q}”`} others={[["/contacts", "Show all contacts"]]} />
    );
  if (isTagged(filter))
    return (
      <Empty title="No contact fits these tags" others={[["/contacts", "Show all contacts"]]} />
    );
  return (
    <Empty
      icon={usersIcon}
      title="Who helps you find work?"
      next={["/contacts/new", "Add a contact"]}
    >
      Recruiters, hiring managers, interviewers, friends who refer you. The recruiters of your
      opportunities and the contact persons of your postings come here by themselves.
    </Empty>
  );
}

import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { formatDay } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { wordsOf } from "@/lib/capture/snapshots/changes.ts";
import { lastChecked, listSnapshots } from "@/lib/capture/snapshots/queries.ts";
import { closedWords } from "@/lib/capture/snapshots/values.ts";
import { formatMoment } from "@/lib/dates.ts";
import type { PostingRow } from "@/lib/postings/queries.ts";
import { pathWithQuery, toWebUrl } from "@/lib/urls.ts";
import { type AskedSnapshot, readAsked } from "./asked.ts";
import { CheckAgain } from "./check-again.tsx";
import { OpenSnapshot } from "./open-snapshot.tsx";

type Props = { actor: Actor; posting: PostingRow; asked: AskedSnapshot; list: string };

/**
 * A posting as it was captured: its days, and where the address asks for one, its text or what changed. Nothing where there
 * is no snapshot and no address to look at.
 */
export async function SnapshotsCard({ actor, posting, asked, list }: Props) {
  const [rows, last] = await Promise.all([
    listSnapshots(actor, posting.id),
    lastChecked(actor, posting.id),
  ]);
  const hasAddress = toWebUrl(posting.posting_url_full) !== undefined;
  if (rows.length === 0 && !hasAddress) return null;
  const zone = actor.time_zone;
  const { open, against } = readAsked(asked, rows);
  const newest = rows[0];
  const shown = open ?? newest;
  const to = (snapshot?: number, other?: number | "mine") =>
    `${pathWithQuery(`/postings/${posting.id}`, { list, snapshot, against: other })}#snapshots`;
  const dayOf = (at: string) => formatDay(formatMoment(at, zone));
  return (
    <Card labelledBy="snapshots">
      <CardHeader
        id="snapshots"
        title={shown ? `As it stood on ${dayOf(shown.captured_at)}` : "As it stands on its page"}
        note={last?.words === closedWords ? "closed by now" : undefined}
      />
      <CardBody>
        {hasAddress && <CheckAgain id={posting.id} />}
        {rows.length === 0 && (
          <p className="dim">Nothing is kept yet. A check keeps its text as it stands today.</p>
        )}
      </CardBody>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="row-list__row">
            <div>
              <Link
                href={row.id === open?.id && !against ? to() : to(row.id)}
                scroll={false}
                className="row-list__name"
                aria-label={`The text of ${dayOf(row.captured_at)}`}
                aria-expanded={row.id === open?.id && !against}
              >
                {dayOf(row.captured_at)}
              </Link>
              <p className="row-list__note">
                {wordsOf(row.changes) || (row === rows.at(-1) ? "kept first" : "read otherwise")}
                {row.seen_at > row.captured_at && (
                  <>
                    , seen the same <DateText iso={formatMoment(row.seen_at, zone)} />
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {open && <OpenSnapshot {...{ actor, posting, rows, against, to, dayOf }} id={open.id} />}
      {!open && newest && (
        <CardBody>
          <Link href={to(newest.id, "mine")} scroll={false}>
            Compare with your description
          </Link>
        </CardBody>
      )}
    </Card>
  );
}

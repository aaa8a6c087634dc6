import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { kindOf } from "@/lib/kinds.ts";
import type { TodayItem } from "@/lib/today/values.ts";
import { snoozeDays } from "../follow-ups/snooze-days.ts";
import { QueueItem } from "./queue-item.tsx";
import { QuietItem } from "./quiet-item.tsx";

/** What to do today, each with its reason and its answers; what slips first stands first. */
export function Queue({ items, today }: { items: TodayItem[]; today: string }) {
  const snooze = snoozeDays(today);
  return (
    <Card labelledBy="next">
      <CardHeader
        id="next"
        title="Next"
        note={items.length > 0 && "ordered by what slips first"}
        action={<Link href="/follow-ups?show=open">All follow-ups</Link>}
      />
      {items.length === 0 ? (
        <CardBody>
          <p className="dim">
            Nothing waits for you today. Press <kbd className="key">f</kbd> to be reminded of
            something.
          </p>
        </CardBody>
      ) : (
        <ol className="queue">
          {items.map(({ rule, ids, title, reason, subject, names }) =>
            names ? (
              <QuietItem key={rule} {...{ ids, names, title, reason, snooze }} />
            ) : (
              <QueueItem
                key={`${rule}-${ids.join(" ")}`}
                {...{ rule, ids, title, reason, snooze }}
                href={hrefOf({ rule, ids, subject })}
              />
            ),
          )}
        </ol>
      )}
    </Card>
  );
}

/** Where it is opened: what it is about, or the follow-up itself. */
function hrefOf({ rule, ids, subject }: Pick<TodayItem, "rule" | "ids" | "subject">) {
  if (!subject) return rule === "follow_up" ? `/follow-ups/${ids[0]}` : undefined;
  const path = subject.kind === "contact" ? "/contacts" : kindOf(subject.kind).path;
  return `${path}/${subject.id}`;
}

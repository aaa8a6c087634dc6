import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { today } from "@/lib/dates.ts";
import { openFollowUps } from "@/lib/follow-ups/queries.ts";
import { dueDay, type Subject } from "@/lib/follow-ups/values.ts";
import { dueIso } from "./due-words.ts";
import { FollowUpAnswers } from "./follow-up-answers.tsx";
import { snoozeDays } from "./snooze-days.ts";

/** The open follow-ups about one thing, each with its answers; nothing where there are none. */
export async function NextSteps({ actor, about }: { actor: Actor; about: Subject }) {
  const rows = await openFollowUps(actor, about);
  if (rows.length === 0) return null;
  const zone = actor.time_zone;
  const day = today(zone);
  return (
    <Card labelledBy="next-step">
      <CardHeader id="next-step" title="Next step" />
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="row-list__row follow-up">
            <div>
              <Link href={`/follow-ups/${row.id}`} className="row-list__name">
                {row.what}
              </Link>
              <p className="row-list__note">
                <DateText
                  iso={dueIso(row, zone)}
                  clock
                  className={dueDay(row) < day ? "overdue" : undefined}
                />
                {row.repeat_days && `, again every ${daysWords(row.repeat_days)}`}
              </p>
            </div>
            <FollowUpAnswers id={row.id} what={row.what} snooze={snoozeDays(day, dueDay(row))} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** "day", "7 days". */
export const daysWords = (days: number) => (days === 1 ? "day" : `${days} days`);

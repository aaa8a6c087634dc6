import type { Metadata } from "next";
import { subjectHref } from "@/components/follow-ups/ask.ts";
import { dueIso } from "@/components/follow-ups/due-words.ts";
import { FollowUpAnswers } from "@/components/follow-ups/follow-up-answers.tsx";
import { daysWords } from "@/components/follow-ups/next-steps.tsx";
import { snoozeDays } from "@/components/follow-ups/snooze-days.ts";
import { editAddress } from "@/components/forms/field-id.ts";
import { DetailsCard } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { RecordActions } from "@/components/ui/record-actions.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatInstant, today } from "@/lib/dates.ts";
import { removeFollowUp } from "@/lib/follow-ups/actions.ts";
import { followUpKind } from "@/lib/follow-ups/kind.ts";
import { getFollowUp, nameOfSubject } from "@/lib/follow-ups/queries.ts";
import { dueDay } from "@/lib/follow-ups/values.ts";
import { rowReader } from "@/lib/route-params.ts";

type Props = PageProps<"/follow-ups/[id]">;

const read = rowReader(getFollowUp);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, row] = await read((await params).id);
  return { title: row.what };
}

const words = { open: "Open", done: "Done", dismissed: "Not worth it" };

export default async function FollowUpPage({ params }: Props) {
  const [actor, row] = await read((await params).id);
  const { id, what, state, repeat_days, closed_at } = row;
  const zone = actor.time_zone;
  const href = subjectHref(row);
  const edit = (field: "due_on" | "repeat_days") => editAddress(followUpKind, id, field);
  return (
    <>
      <PageHeader
        title={what}
        breadcrumbs={[{ label: "Follow-ups", href: "/follow-ups" }, { label: what }]}
        actions={
          <>
            {state === "open" && (
              <FollowUpAnswers id={id} what={what} snooze={snoozeDays(today(zone), dueDay(row))} />
            )}
            <RecordActions
              of={what}
              edit={`/follow-ups/${id}/edit`}
              remove={removeFollowUp.bind(null, id)}
            />
          </>
        }
      />
      <DetailsCard
        items={[
          [
            "About",
            href && (
              <Link key="about" href={href}>
                {(await nameOfSubject(actor, id)) || "Unnamed"}
              </Link>
            ),
          ],
          ["Due", <DateText key="due" iso={dueIso(row, zone)} clock />, edit("due_on")],
          ["Again", repeat_days && `Every ${daysWords(repeat_days)}`, edit("repeat_days")],
          ["State", words[state]],
          [
            "Closed",
            closed_at && <DateText key="closed" iso={formatInstant(closed_at, zone)} clock />,
          ],
        ]}
      />
    </>
  );
}

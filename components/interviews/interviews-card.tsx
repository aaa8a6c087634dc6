import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { calendarIcon, mapPinIcon, videoIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { peopleOfInterviews } from "@/lib/contacts/link-queries.ts";
import { now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { interviewTexts, newInterviewTexts } from "@/lib/interviews/form.ts";
import { busyDays, type InterviewRow, listInterviews } from "@/lib/interviews/queries.ts";
import type { InterviewSubject } from "@/lib/interviews/schema.ts";
import { hasBegun, zoneWords } from "@/lib/interviews/times.ts";
import { outcomeWords } from "@/lib/interviews/values.ts";
import { toWebUrl } from "@/lib/urls.ts";
import { mailAddress } from "../contacts/contact-details.tsx";
import { contactName } from "../contacts/contact-labels.ts";
import { AddInterview } from "./add-interview.tsx";
import {
  interviewTitle,
  outcomeKinds,
  whenWords,
  whereWords,
  withWords,
} from "./interview-labels.ts";
import { InterviewMenu } from "./interview-menu.tsx";
import { InvitationDrop } from "./invitation-drop.tsx";
import { WriteUp } from "./write-up.tsx";

type Props = {
  actor: Actor;
  subject: InterviewSubject & { status: string; fresh: boolean; name: string };
  /** what the interviews are about: "Helio Robotics, Staff Engineer" */
  about: string;
};

/** The rounds of talks about a posting or an opportunity; an invitation dropped on the page becomes one. */
export async function InterviewsCard({ actor, subject, about }: Props) {
  const zone = actor.time_zone;
  const [rows, busy] = await Promise.all([listInterviews(actor, subject), busyDays(actor)]);
  const people = await peopleOfInterviews(
    actor,
    rows.map(({ id }) => id),
  );
  const add = (
    <AddInterview
      subject={{ subject: subject.subject, id: subject.id }}
      about={about}
      texts={newInterviewTexts}
      zone={zoneWords(zone)}
      busy={busy}
    />
  );
  return (
    <Card labelledBy="interviews">
      <CardHeader id="interviews" title="Interviews" action={add} />
      {rows.length === 0 && (
        <CardBody>
          <p className="dim">None yet. Drop an invitation here, or paste it.</p>
        </CardBody>
      )}
      <ul className="interviews">
        {rows.map((row) => (
          <Round
            key={row.id}
            {...{ row, zone, subject }}
            people={people.get(row.id) ?? []}
            next={add}
          />
        ))}
      </ul>
      <InvitationDrop subject={{ subject: subject.subject, id: subject.id }} />
    </Card>
  );
}

type RoundProps = {
  row: InterviewRow;
  zone: string;
  subject: Props["subject"];
  people: { id: number; name: string; email: string }[];
  next: React.ReactNode;
};

function Round({ row, zone, subject, people, next }: RoundProps) {
  const title = interviewTitle(row);
  const when = whenWords(row, zone);
  const texts = interviewTexts(row, zone);
  const link = toWebUrl(row.url);
  const outcome = row.outcome as keyof typeof outcomeWords | "";
  const isPast = hasBegun(row.starts_at, zone, now());
  return (
    <li className="interviews__round" data-off={outcome === "Cancelled" || undefined}>
      <Icon of={row.url ? videoIcon : row.place ? mapPinIcon : calendarIcon} />
      <div className="interviews__words">
        <Link href={`/interviews/${row.id}`} className="interviews__name">
          {title}
        </Link>
        <p className="interviews__when">
          {[when, whereWords(row), withWords(people)].filter(Boolean).join(" · ")}
        </p>
        {outcome && <StatusMark kind={outcomeKinds[outcome]}>{outcomeWords[outcome]}</StatusMark>}
        <div className="interviews__acts">
          {link && !isPast && (
            <a className="link" href={link} rel="noopener noreferrer nofollow" target="_blank">
              Join<span className="sr-only"> {title} (opens a new tab)</span>
            </a>
          )}
          {isPast && outcome !== "Cancelled" && (
            <WriteUp
              id={row.id}
              about={[`${title}, ${when}`, withWords(people)].filter(Boolean).join(" · ")}
              outcome={row.outcome}
              notes={texts.notes}
              hashes={initialHashes({ outcome: texts.outcome, notes: texts.notes })}
              subject={subject}
              again={outcome !== ""}
              people={people.map((one) => ({
                id: one.id,
                name: contactName(one),
                mail: mailAddress(one.email),
              }))}
              next={next}
            />
          )}
        </div>
      </div>
      <InterviewMenu id={row.id} name={title} />
    </li>
  );
}

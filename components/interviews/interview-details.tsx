import { DetailsCard } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import type { InterviewRow, SubjectOfInterview } from "@/lib/interviews/queries.ts";
import { zoneWords } from "@/lib/interviews/times.ts";
import { outcomeWords, subjectPath } from "@/lib/interviews/values.ts";
import { toWebUrl } from "@/lib/urls.ts";
import { interviewTitle, subjectTitle } from "./interview-labels.ts";

type Props = { row: InterviewRow; subject: SubjectOfInterview; zone: string };

/** Everything that is kept of an interview besides its texts; what is empty is left out. */
export function InterviewDetails({ row, subject, zone }: Props) {
  const link = toWebUrl(row.url);
  const own = row.time_zone && row.time_zone !== zone ? row.time_zone : undefined;
  return (
    <DetailsCard
      items={[
        ["Round", interviewTitle(row)],
        [
          "About",
          <Link key="about" href={subjectPath(subject)}>
            {subjectTitle(subject)}
          </Link>,
        ],
        ["Starts", <DateText key="starts" iso={formatMoment(row.starts_at, zone)} clock />],
        [
          "Ends",
          row.ends_at && <DateText key="ends" iso={formatMoment(row.ends_at, zone)} clock />,
        ],
        ["Time zone", own && zoneWords(own)],
        ["Place", row.place],
        [
          "Link",
          link ? (
            <a key="link" href={link} rel="noopener noreferrer nofollow" target="_blank">
              {row.url}
              <span className="sr-only"> (opens a new tab)</span>
            </a>
          ) : (
            row.url
          ),
        ],
        ["Outcome", outcomeWords[row.outcome as keyof typeof outcomeWords] ?? row.outcome],
      ]}
    />
  );
}

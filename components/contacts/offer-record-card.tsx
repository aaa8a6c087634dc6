import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { formatMonth, formatNumber, pluralize, shareLabel } from "@/components/ui/format.ts";
import { localDay } from "@/lib/dates.ts";
import type { OfferRecord } from "@/lib/opportunities/offer-record.ts";

type Props = {
  name: string;
  own: OfferRecord;
  /** that of all recruiters */
  all: OfferRecord;
  zone: string;
};

/** What came of the openings that a recruiter offered, as a sentence and in numbers; nothing without any. */
export function OfferRecordCard({ name, own, all, zone }: Props) {
  if (own.offered === 0) return null;
  const [first = name] = name.split(" ");
  const figures = [
    [own.offered, own.offered === 1 ? "opening" : "openings"],
    [own.answered, "you answered"],
    [own.interviewed, own.interviewed === 1 ? "interview" : "interviews"],
    [own.silent, "fell silent"],
    [own.open, "still open"],
  ] as const;
  return (
    <Card labelledBy="record">
      <CardHeader
        id="record"
        title={`Your record with ${first}`}
        note={own.since && `since ${formatMonth(localDay(own.since, zone))}`}
      />
      <CardBody>
        <p className="record-words">
          {first} has sent you <b>{pluralize(own.offered, "opening")}</b>. {ledWords(own)}
          {comparison(own, all)}
        </p>
      </CardBody>
      <dl className="record-figures">
        {figures.map(([value, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function ledWords({ offered, interviewed, silent }: OfferRecord): string {
  const led =
    interviewed === 0
      ? "None led to an interview so far"
      : offered === 1
        ? "It led to an interview"
        : `${formatNumber(interviewed)} of the ${formatNumber(offered)} led to an interview`;
  return silent === 0
    ? `${led}.`
    : `${led}; ${formatNumber(silent)} fell silent after your answer.`;
}

/** Few openings of others say little to compare with. */
const leastToCompare = 5;

function comparison(own: OfferRecord, all: OfferRecord): string {
  const others = all.offered - own.offered;
  if (others < leastToCompare) return "";
  return ` Over all your recruiters, ${shareLabel(all.interviewed / all.offered)} did.`;
}

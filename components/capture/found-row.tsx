import type { ReadAnswer, ReadField, ReadPosting } from "@/lib/capture/read-answer.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { circleAlertIcon, circleCheckIcon, hourglassIcon } from "../ui/icons.ts";
import { Link } from "../ui/link.tsx";

/** A posting that was found, an address that could not be read, or one that is still to be read. */
export type Row = {
  key: string;
  address: string;
  posting?: ReadPosting;
  error?: string;
  /** what is shown where it is opened alone */
  answer?: ReadAnswer;
};

type Props = {
  row: Row;
  ticked: boolean;
  outcome: { id: number } | { error: string } | undefined;
  onTick: (isOn: boolean) => void;
  onOpen: (key: string, answer: ReadAnswer) => void;
};

/** A company that no posting of the list names is to be checked. */
const companyOf = ({ value, why }: ReadField) => (value && why ? `${value} (to check)` : value);

/** A line of what was found: its box, what it is, and what became of it. */
export function FoundRow({ row, ticked, outcome, onTick, onOpen }: Props) {
  const { address, posting, error, answer } = row;
  const id = outcome && "id" in outcome ? outcome.id : undefined;
  const wrong = outcome && "error" in outcome ? outcome.error : error;
  const { fields, known } = posting ?? {};
  const title = fields?.posting_title.value || fields?.company_name.value || address;
  const notes = [
    fields?.posting_title.value && companyOf(fields.company_name),
    fields?.location_type.value,
    fields?.location_city.value,
    fields?.pay_range.value,
  ].filter(Boolean);
  return (
    <li className="found-row" data-wrong={wrong ? true : undefined}>
      {posting && id === undefined ? (
        <input
          type="checkbox"
          className="check"
          checked={ticked}
          aria-label={`Add ${title}`}
          onChange={({ target }) => onTick(target.checked)}
        />
      ) : (
        <Icon of={wrong ? circleAlertIcon : id ? circleCheckIcon : hourglassIcon} />
      )}
      <div className="found-row__words">
        <p className="found-row__title">
          {id ? <Link href={`/postings/${id}`}>{title}</Link> : title}
        </p>
        {notes.length > 0 && <p className="found-row__note">{notes.join(" · ")}</p>}
        {wrong && <p className="found-row__wrong">{wrong}</p>}
        {!id && known?.candidates[0] && (
          <p className="found-row__known">{known.candidates[0].reason}</p>
        )}
        {!posting && !wrong && <p className="found-row__note">Not read yet</p>}
      </div>
      {answer && !id && (
        <Button size="s" variant="quiet" onClick={() => onOpen(row.key, answer)}>
          {posting ? "Check it" : "Type it"}
          <span className="sr-only">: {title}</span>
        </Button>
      )}
    </li>
  );
}

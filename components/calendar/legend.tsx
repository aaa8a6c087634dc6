import { Empty } from "@/components/ui/empty.tsx";
import { calendarIcon } from "@/components/ui/icons.ts";

/** What the looks of a grid mean. */
export function Legend() {
  return (
    <p className="calendar-legend">
      <span>
        <span className="calendar-legend__hue" aria-hidden />
        An interview, in the hue of its posting’s status
      </span>
      <span>
        <span className="plan__box" aria-hidden />
        Something to do that day
      </span>
    </p>
  );
}

type Props = {
  summary: string;
  /** a view of its own, not what stands in for a grid on a phone */
  own: boolean;
};

/** In place of a list that has nothing. */
export function NothingPlanned({ summary, own }: Props) {
  return (
    <div className="calendar-list" data-own={own || undefined}>
      <Empty
        icon={calendarIcon}
        title={summary.replace(/\.$/, "")}
        next={["/interviews/new", "Add interview"]}
        others={[["/postings", "Postings"]]}
      >
        Interviews and follow-ups stand here on their day. Press <kbd className="key">f</kbd> to be
        reminded of something.
      </Empty>
    </div>
  );
}

import { buttonClass } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { listChecksIcon, videoIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";

type Props = {
  day: string;
  /** the day in words */
  name: string;
  /** with words beside the icons */
  worded?: boolean;
  tabIndex?: number;
};

/** Adds an interview or a follow-up on a day. */
export function AddToDay({ day, name, worded, tabIndex }: Props) {
  const more = worded ? "" : "calendar-add__button";
  const look = buttonClass(
    { size: "s", icon: !worded, variant: worded ? undefined : "quiet" },
    more,
  );
  const words = (what: string) => (
    <>
      {worded && <span aria-hidden>Add {what}</span>}
      <span className="sr-only">
        Add {what} on {name}
      </span>
    </>
  );
  return (
    <span className="calendar-add">
      <Link
        href={`/interviews/new?day=${day}`}
        className={look}
        title="Add an interview"
        tabIndex={tabIndex}
      >
        <Icon of={videoIcon} />
        {words("interview")}
      </Link>
      <button
        type="button"
        className={look}
        title="Add a follow-up"
        tabIndex={tabIndex}
        data-follow-up-on={day}
      >
        <Icon of={listChecksIcon} />
        {words("follow-up")}
      </button>
    </span>
  );
}

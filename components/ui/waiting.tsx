import { Icon } from "./icon.tsx";
import { hourglassIcon } from "./icons.ts";

type Props = { days: number; isLate: boolean };

/** For how many days something waits, in amber where that is longer than is usual for this person. */
export function Waiting({ days, isLate }: Props) {
  const words = days === 0 ? "today" : days === 1 ? "1 day" : `${days} days`;
  if (!isLate) return words;
  return (
    <span className="waiting-late" title="Longer than usual for you">
      <Icon of={hourglassIcon} />
      {words}
      <span className="sr-only">, longer than usual</span>
    </span>
  );
}

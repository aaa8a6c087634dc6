import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";

type Props = {
  /** what they do, and where */
  work: string;
  /** the stored moment of the last talk */
  at: string | null;
  zone: string;
};

/** "Senior consultant at Fennel & Rowe. You last spoke 2 days ago." */
export function SpokenWords({ work, at, zone }: Props) {
  return (
    <>
      {work && `${work}. `}
      {at ? (
        <>
          You last spoke <DateText iso={formatMoment(at, zone)} />.
        </>
      ) : (
        "You have not noted a talk yet."
      )}
    </>
  );
}

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import type { IconShape } from "@/components/ui/icons.ts";
import { DateText } from "@/components/ui/time.tsx";

/** What a query lists. A page gives its moments to a card with the reader's offset. */
export type Listed<Query extends (...args: never[]) => Promise<unknown[]>> = Awaited<
  ReturnType<Query>
>[number];

type Props = {
  icon: IconShape;
  name: string;
  /** a word after the name */
  tag?: string;
  note: ReactNode;
  alarm?: boolean;
  /** what can be done with it */
  children?: ReactNode;
};

/** A row of a card's list: an icon, a name, a muted note below. */
export function CardRow({ icon, name, tag, note, alarm, children }: Props) {
  return (
    <li className={`row-list__row${alarm ? " row-list__row--alarm" : ""}`}>
      <Icon of={icon} />
      <div>
        <p className="row-list__name">
          {name}
          {tag !== undefined && <span className="tag">{tag}</span>}
        </p>
        <p className="row-list__note">{note}</p>
      </div>
      {children}
    </li>
  );
}

/** When something was last used, in words. */
export function LastUsed({ at }: { at: string | null }) {
  if (!at) return "Never used";
  return (
    <>
      Last used <DateText iso={at} />
    </>
  );
}

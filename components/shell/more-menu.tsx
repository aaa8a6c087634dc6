import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button.tsx";
import { morePlaces } from "./places.ts";
import { RailItem } from "./rail.tsx";

type Props = { admin?: ReactNode; person?: ReactNode };

/** A phone's way to the places that are not in the bottom bar; a native popover, so it needs no script. */
export function MoreMenu({ admin, person }: Props) {
  return (
    <>
      <button
        type="button"
        className={buttonClass({ icon: true }, "more-menu__button")}
        aria-label="More"
        popoverTarget="more-menu"
      >
        <Ellipsis aria-hidden />
      </button>
      <nav id="more-menu" popover="auto" className="more-menu" aria-label="More places">
        <ul>
          {morePlaces.map((place) => (
            <RailItem key={place.id} place={place} />
          ))}
          {admin}
        </ul>
        {person}
      </nav>
    </>
  );
}

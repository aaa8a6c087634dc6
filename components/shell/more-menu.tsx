import { buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { ellipsisIcon } from "../ui/icons.ts";
import { MoreItems, type RailSlots } from "./rail.tsx";

type Props = Pick<RailSlots, "path" | "admin" | "person">;

/** A phone's way to the places that are not in the bottom bar; a native popover, so it needs no script. */
export function MoreMenu({ path, admin, person }: Props) {
  return (
    <>
      <button
        type="button"
        className={buttonClass({ icon: true }, "more-menu__button")}
        aria-label="More"
        popoverTarget="more-menu"
      >
        <Icon of={ellipsisIcon} />
      </button>
      <nav id="more-menu" popover="auto" className="more-menu" aria-label="More places">
        <ul>
          <MoreItems path={path} admin={admin} />
        </ul>
        {person}
      </nav>
    </>
  );
}

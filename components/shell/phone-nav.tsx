import { buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { ellipsisIcon, plusIcon } from "../ui/icons.ts";
import { Link } from "../ui/link.tsx";
import { barPlaces, besideBarPlaces } from "./places.ts";
import { MoreItems, NavLink, type RailSlots } from "./rail.tsx";

/** A phone's bottom bar: the four places around a button to add a posting. */
export function BottomBar({ path }: { path: string }) {
  const links = barPlaces.map(({ id, href, label, icon }) => (
    <NavLink key={id} href={href} path={path} className="bottom-bar__link">
      <Icon of={icon} />
      <span>{label}</span>
    </NavLink>
  ));
  return (
    <nav className="bottom-bar" aria-label="Daily places">
      {links.slice(0, 2)}
      <Link href="/add" className="bottom-bar__add" aria-label="Add posting">
        <Icon of={plusIcon} />
      </Link>
      {links.slice(2)}
    </nav>
  );
}

type MoreProps = Pick<RailSlots, "path" | "admin" | "person">;

/** A phone's menu of the places outside the bottom bar; a native popover, so it needs no script. */
export function MoreMenu({ path, admin, person }: MoreProps) {
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
          <MoreItems path={path} admin={admin} first={besideBarPlaces} />
        </ul>
        {person}
      </nav>
    </>
  );
}

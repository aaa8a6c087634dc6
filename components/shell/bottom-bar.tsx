import { Icon } from "../ui/icon.tsx";
import { plusIcon } from "../ui/icons.ts";
import { Link } from "../ui/link.tsx";
import { NavLink } from "./nav-link.tsx";
import { dailyPlaces, type Place } from "./places.ts";

/** A phone's bottom bar: the four places of every day around a button to add a posting. */
export function BottomBar({ path }: { path: string }) {
  const [left, right] = [dailyPlaces.slice(0, 2), dailyPlaces.slice(2)];
  return (
    <nav className="bottom-bar" aria-label="Daily places">
      {left.map((place) => (
        <BarLink key={place.id} place={place} path={path} />
      ))}
      <Link href="/postings/new" className="bottom-bar__add" aria-label="Add posting">
        <Icon of={plusIcon} />
      </Link>
      {right.map((place) => (
        <BarLink key={place.id} place={place} path={path} />
      ))}
    </nav>
  );
}

function BarLink({ place, path }: { place: Place; path: string }) {
  const { href, label, icon } = place;
  return (
    <NavLink href={href} path={path} className="bottom-bar__link">
      <Icon of={icon} />
      <span>{label}</span>
    </NavLink>
  );
}

import { Plus } from "lucide-react";
import Link from "next/link";
import { NavLink } from "./nav-link.tsx";
import { dailyPlaces } from "./places.ts";

/** A phone's bottom bar: the four places of every day around a button to add a posting. */
export function BottomBar() {
  const [left, right] = [dailyPlaces.slice(0, 2), dailyPlaces.slice(2)];
  return (
    <nav className="bottom-bar" aria-label="Daily places">
      {left.map((place) => (
        <BarLink key={place.id} place={place} />
      ))}
      <Link href="/postings/new" className="bottom-bar__add" aria-label="Add posting">
        <Plus aria-hidden />
      </Link>
      {right.map((place) => (
        <BarLink key={place.id} place={place} />
      ))}
    </nav>
  );
}

function BarLink({ place }: { place: (typeof dailyPlaces)[number] }) {
  const { href, label, icon: Icon } = place;
  return (
    <NavLink href={href} className="bottom-bar__link">
      <Icon aria-hidden />
      <span>{label}</span>
    </NavLink>
  );
}

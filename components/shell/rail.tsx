import { Footprints } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link.tsx";
import { dailyPlaces, morePlaces, type Place } from "./places.ts";
import { RailToggle } from "./rail-toggle.tsx";

export type RailSlots = {
  /** a count per place, each free to arrive later (wrap it in Suspense) */
  counts?: Partial<Record<Place["id"], ReactNode>>;
  /** more links for admins (wrap in Suspense; see `AdminLinks`) */
  admin?: ReactNode;
  /** who is signed in, and the way out */
  person?: ReactNode;
};

/** The left rail: the places of every day, then the rest. */
export function Rail({ counts = {}, admin, person }: RailSlots) {
  return (
    <nav className="rail" aria-label="Places">
      <div className="rail__head">
        <Link href="/dashboard" className="brand" aria-label="Foothold, to Today">
          <Footprints aria-hidden />
          <span className="rail__word">Foothold</span>
        </Link>
        <RailToggle />
      </div>
      <div>
        <ul>
          {dailyPlaces.map((place) => (
            <RailItem key={place.id} place={place} count={counts[place.id]} />
          ))}
        </ul>
        <p className="rail__title rail__word">More</p>
        <ul>
          {morePlaces.map((place) => (
            <RailItem key={place.id} place={place} count={counts[place.id]} />
          ))}
          {admin}
        </ul>
      </div>
      {person && <div className="rail__person">{person}</div>}
    </nav>
  );
}

/** One place in the rail. */
export function RailItem({ place, count }: { place: Place; count?: ReactNode }) {
  const { icon: Icon, label, href } = place;
  return (
    <li>
      <NavLink href={href} title={label}>
        <Icon aria-hidden />
        <span className="rail__word">{label}</span>
        {count !== undefined && <span className="nav-link__count">{count}</span>}
      </NavLink>
    </li>
  );
}

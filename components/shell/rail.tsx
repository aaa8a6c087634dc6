"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/ui/format.ts";
import { setCookie } from "../ui/cookie.ts";
import { Icon } from "../ui/icon.tsx";
import { footprintsIcon, panelLeftIcon } from "../ui/icons.ts";
import { Link } from "../ui/link.tsx";
import { adminPlaces, dailyPlaces, morePlaces, type Place } from "./places.ts";

export type RailSlots = {
  /** where the person is */
  path: string;
  /** how many things there are at a place */
  counts?: Partial<Record<Place["id"], number>>;
  /** whether the places of admins are shown */
  admin?: boolean;
  /** who is signed in, and the way out */
  person?: ReactNode;
};

/** The left rail: the daily places, then the rest. */
export function Rail({ path, counts = {}, admin, person }: RailSlots) {
  return (
    <nav className="rail" aria-label="Places">
      <div className="rail__head">
        <Link href="/dashboard" className="brand" aria-label="Foothold, to Today">
          <Icon of={footprintsIcon} />
          <span className="rail__word">Foothold</span>
        </Link>
        <RailToggle />
      </div>
      <div>
        <ul>
          {dailyPlaces.map((place) => (
            <RailItem key={place.id} place={place} path={path} count={counts[place.id]} />
          ))}
        </ul>
        <p className="rail__title rail__word">More</p>
        <ul>
          <MoreItems path={path} admin={admin} />
        </ul>
      </div>
      {person && <div className="rail__person">{person}</div>}
    </nav>
  );
}

const narrowBelowPx = 100;

/** Narrows the rail to its icons and back; a cookie keeps it, so the server draws it right. */
function RailToggle() {
  const toggle = (button: HTMLElement) => {
    const shell = button.closest<HTMLElement>("[data-rail]");
    if (!shell) return;
    const rail = button.closest(".rail");
    const next = rail && rail.clientWidth < narrowBelowPx ? "wide" : "narrow";
    shell.dataset.rail = next;
    setCookie("rail", next, 31_536_000);
  };
  return (
    <button
      type="button"
      className="rail__toggle"
      aria-label="Collapse or expand the menu"
      title="Collapse or expand the menu"
      onClick={(event) => toggle(event.currentTarget)}
    >
      <Icon of={panelLeftIcon} />
    </button>
  );
}

type MoreProps = Pick<RailSlots, "path" | "admin"> & { first?: readonly Place[] };

/** The other places, `first` before them, with those of admins for admins alone. */
export function MoreItems({ path, admin, first = [] }: MoreProps) {
  const places = [...first, ...morePlaces, ...(admin ? adminPlaces : [])];
  return places.map((place) => <RailItem key={place.id} place={place} path={path} />);
}

type ItemProps = { place: Place; path: string; count?: number };

function RailItem({ place, path, count }: ItemProps) {
  const { icon, label, href } = place;
  return (
    <li>
      <NavLink href={href} path={path}>
        <Icon of={icon} />
        <span className="rail__word">{label}</span>
        {count ? <span className="nav-link__count">{formatNumber(count)}</span> : null}
      </NavLink>
    </li>
  );
}

type LinkProps = {
  href: string;
  /** where the person is */
  path: string;
  className?: string;
  children: ReactNode;
};

/** A link of the rail or the bottom bar; marked at its path and below. */
export function NavLink({ href, path, className = "nav-link", children }: LinkProps) {
  // Companies are below Postings, and so is the page that adds one, though their addresses are not.
  const isBelow = href === "/postings" && (path.startsWith("/companies") || path === "/add");
  const here = path === href || path.startsWith(`${href}/`) || isBelow;
  return (
    <Link href={href} className={className} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}

import type { KindName } from "@/lib/kinds.ts";
import {
  briefcaseBusinessIcon,
  buildingIcon,
  calendarIcon,
  chartColumnIcon,
  globeIcon,
  type IconShape,
  listChecksIcon,
  mailIcon,
  settingsIcon,
  sunIcon,
  trashIcon,
  uploadIcon,
  userCogIcon,
  usersIcon,
  videoIcon,
} from "../ui/icons.ts";

export type Place = {
  id:
    | "today"
    | "postings"
    | "sites"
    | "opportunities"
    | "calendar"
    | "contacts"
    | "follow-ups"
    | "reports"
    | "import"
    | "trash"
    | "settings"
    | "users";
  label: string;
  href: string;
  icon: IconShape;
  /** the letter that goes there after `g` */
  letter: string;
};

/** The daily places, first in the rail. */
export const dailyPlaces: Place[] = [
  { id: "today", label: "Today", href: "/dashboard", icon: sunIcon, letter: "t" },
  {
    id: "postings",
    label: "Postings",
    href: "/postings",
    icon: briefcaseBusinessIcon,
    letter: "p",
  },
  { id: "sites", label: "Sites", href: "/sites", icon: globeIcon, letter: "s" },
  {
    id: "opportunities",
    label: "Opportunities",
    href: "/opportunities",
    icon: mailIcon,
    letter: "o",
  },
  { id: "calendar", label: "Calendar", href: "/calendar", icon: calendarIcon, letter: "c" },
];

// Today says when a site is due.
const isBehindMore = ({ id }: Place) => id === "sites";

/** The four in a phone's bottom bar, and the daily place that stands behind its "More". */
export const barPlaces = dailyPlaces.filter((place) => !isBehindMore(place));
export const besideBarPlaces = dailyPlaces.filter(isBehindMore);

export const morePlaces: Place[] = [
  { id: "contacts", label: "Contacts", href: "/contacts", icon: usersIcon, letter: "k" },
  { id: "follow-ups", label: "Follow-ups", href: "/follow-ups", icon: listChecksIcon, letter: "f" },
  { id: "reports", label: "Reports", href: "/reports", icon: chartColumnIcon, letter: "r" },
  { id: "import", label: "Import", href: "/import", icon: uploadIcon, letter: "i" },
  { id: "trash", label: "Trash", href: "/trash", icon: trashIcon, letter: "x" },
  { id: "settings", label: "Settings", href: "/settings", icon: settingsIcon, letter: "," },
];

/** The icon of each kind of thing: its place's. */
export const placeIcons: Record<KindName, IconShape> = {
  job_posting: briefcaseBusinessIcon,
  job_site: globeIcon,
  email_opportunity: mailIcon,
  contact: usersIcon,
  interview: videoIcon,
  follow_up: listChecksIcon,
  company: buildingIcon,
};

/** Shown to admins alone. */
export const adminPlaces: Place[] = [
  { id: "users", label: "Users", href: "/admin/users", icon: userCogIcon, letter: "u" },
];

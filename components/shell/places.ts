import type { KindName } from "@/lib/kinds.ts";
import {
  briefcaseBusinessIcon,
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

/** The four daily places: in the rail, and in a phone's bottom bar. */
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
];

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
};

/** Shown to admins alone. */
export const adminPlaces: Place[] = [
  { id: "users", label: "Users", href: "/admin/users", icon: userCogIcon, letter: "u" },
];

import { __iconData as briefcaseBusiness } from "lucide-react/icons/briefcase-business";
import { __iconData as chartColumn } from "lucide-react/icons/chart-column";
import { __iconData as globe } from "lucide-react/icons/globe";
import { __iconData as mail } from "lucide-react/icons/mail";
import { __iconData as settingsIcon } from "lucide-react/icons/settings";
import { __iconData as sun } from "lucide-react/icons/sun";
import { __iconData as trash } from "lucide-react/icons/trash";
import { __iconData as upload } from "lucide-react/icons/upload";
import { __iconData as usersIcon } from "lucide-react/icons/users";
import type { LucideIconData } from "lucide-react/types";

export type Place = {
  id:
    | "today"
    | "postings"
    | "sites"
    | "opportunities"
    | "reports"
    | "import"
    | "trash"
    | "settings"
    | "users";
  label: string;
  href: string;
  icon: LucideIconData;
  /** the letter that goes there after `g` */
  letter: string;
};

/** The four places of every day: rail, and bottom bar of a phone. */
export const dailyPlaces: Place[] = [
  { id: "today", label: "Today", href: "/dashboard", icon: sun, letter: "t" },
  { id: "postings", label: "Postings", href: "/postings", icon: briefcaseBusiness, letter: "p" },
  { id: "sites", label: "Sites", href: "/sites", icon: globe, letter: "s" },
  { id: "opportunities", label: "Opportunities", href: "/opportunities", icon: mail, letter: "o" },
];

export const morePlaces: Place[] = [
  { id: "reports", label: "Reports", href: "/reports", icon: chartColumn, letter: "r" },
  { id: "import", label: "Import", href: "/import", icon: upload, letter: "i" },
  { id: "trash", label: "Trash", href: "/trash", icon: trash, letter: "x" },
  { id: "settings", label: "Settings", href: "/settings", icon: settingsIcon, letter: "," },
];

/** Shown to admins alone. */
export const adminPlaces: Place[] = [
  { id: "users", label: "Users", href: "/admin/users", icon: usersIcon, letter: "u" },
];

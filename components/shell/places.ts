import {
  BriefcaseBusiness,
  ChartColumn,
  Globe,
  type LucideIcon,
  Mail,
  Settings,
  Sun,
  Trash2,
  Upload,
  Users,
} from "lucide-react";

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
  icon: LucideIcon;
  /** the letter that goes there after `g` */
  letter: string;
};

/** The four places of every day: rail, and bottom bar of a phone. */
export const dailyPlaces: Place[] = [
  { id: "today", label: "Today", href: "/dashboard", icon: Sun, letter: "t" },
  { id: "postings", label: "Postings", href: "/postings", icon: BriefcaseBusiness, letter: "p" },
  { id: "sites", label: "Sites", href: "/sites", icon: Globe, letter: "s" },
  { id: "opportunities", label: "Opportunities", href: "/opportunities", icon: Mail, letter: "o" },
];

export const morePlaces: Place[] = [
  { id: "reports", label: "Reports", href: "/reports", icon: ChartColumn, letter: "r" },
  { id: "import", label: "Import", href: "/import", icon: Upload, letter: "i" },
  { id: "trash", label: "Trash", href: "/trash", icon: Trash2, letter: "x" },
  { id: "settings", label: "Settings", href: "/settings", icon: Settings, letter: "," },
];

/** Shown to admins alone. */
export const adminPlaces: Place[] = [
  { id: "users", label: "Users", href: "/admin/users", icon: Users, letter: "u" },
];

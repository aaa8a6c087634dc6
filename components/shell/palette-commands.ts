import {
  briefcaseBusinessIcon,
  chartColumnIcon,
  downloadIcon,
  type IconShape,
  listChecksIcon,
  logOutIcon,
  monitorIcon,
  moonIcon,
  plusIcon,
  settingsIcon,
  sunIcon,
  uploadIcon,
  videoIcon,
} from "../ui/icons.ts";
import { adminPlaces, dailyPlaces, morePlaces } from "./places.ts";

/** What the palette can do that is no page. */
export type Act = "follow up" | "sign out" | "light" | "dark" | "system";

export type Command = {
  label: string;
  icon: IconShape;
  /** where it leads, or what it does */
  href?: string;
  act?: Act;
  /** the keys that do the same */
  keys?: string;
  /** other words to find it by */
  words?: string;
};

type CommandGroup = { title: string; items: Command[] };

/** The reports by their titles. */
export const reportPages: readonly (readonly [path: string, label: string])[] = [
  ["/reports/funnel", "How far do applications get?"],
  ["/reports/pipeline", "Where did everything stand?"],
  ["/reports/waits", "How long do answers take?"],
  ["/reports/works", "What works?"],
  ["/reports/scorecard", "Which sites pay off?"],
  ["/reports/pace", "How steady is your pace?"],
  ["/reports/pay", "What do they pay?"],
  ["/reports/compare", "Is it going better than before?"],
  ["/reports/applied", "Postings applied to"],
  ["/reports/sites", "Postings per site"],
  ["/reports/weeks", "Applications per week"],
  ["/reports/proof", "Work-search proof"],
];

/** The pages of the settings by their titles. */
export const settingsPages: readonly (readonly [path: string, label: string, words: string])[] = [
  ["/settings/profile", "Profile", "name email time zone greeting dates"],
  ["/settings/appearance", "Appearance", "colours dark light theme"],
  ["/settings/security", "Security", "password passkey two-factor devices sessions"],
  ["/settings/reminders", "Reminders", "mail digest daily"],
  ["/settings/calendar", "Calendar addresses", "ics feed subscribe google apple outlook"],
  ["/settings/tags", "Tags", "labels words colours"],
  ["/settings/tokens", "Tokens", "api"],
  ["/settings/activity", "Activity", "log sign-ins"],
  ["/settings/account", "Account", "delete export"],
  ["/settings/about", "About", "version licence source"],
];

const actions: Command[] = [
  {
    label: "Add a posting",
    icon: plusIcon,
    href: "/add",
    keys: "n",
    words: "new create job",
  },
  { label: "Add a site", icon: plusIcon, href: "/sites/new", words: "new create" },
  {
    label: "Add an opportunity",
    icon: plusIcon,
    href: "/opportunities/new",
    words: "new create recruiter",
  },
  {
    label: "Add a contact",
    icon: plusIcon,
    href: "/contacts/new",
    words: "new create person people",
  },
  {
    label: "Follow up",
    icon: listChecksIcon,
    act: "follow up",
    keys: "f",
    words: "remind next step task todo later",
  },
  { label: "Import a spreadsheet", icon: uploadIcon, href: "/import", words: "csv excel upload" },
  {
    label: "Export your data",
    icon: downloadIcon,
    href: "/settings/account",
    words: "download csv json backup",
  },
  { label: "Use dark colours", icon: moonIcon, act: "dark", words: "theme mode night" },
  { label: "Use light colours", icon: sunIcon, act: "light", words: "theme mode day" },
  { label: "Use the device’s colours", icon: monitorIcon, act: "system", words: "theme mode" },
  { label: "Sign out", icon: logOutIcon, act: "sign out", words: "log out leave" },
];

const goTo = (admin: boolean): Command[] =>
  [...dailyPlaces, ...morePlaces, ...(admin ? adminPlaces : [])].map((place) => ({
    label: place.label,
    icon: place.icon,
    href: place.href,
    keys: `g ${place.letter}`,
  }));

// Lists that have no place of their own in the rail.
const otherLists: Command[] = [
  { label: "Interviews", icon: videoIcon, href: "/interviews", words: "rounds talks" },
];

const reports = reportPages.map(
  ([href, label]): Command => ({ label, icon: chartColumnIcon, href, words: "report" }),
);

const settings = settingsPages.map(
  ([href, label, words]): Command => ({
    label,
    icon: settingsIcon,
    href,
    words: `settings ${words}`,
  }),
);

/** The commands and pages that fit what was typed: each word begins one of theirs. Without words the usual ones. */
export function matchingCommands(query: string, admin: boolean): CommandGroup[] {
  const words = wordsOf(query);
  const fits = ({ label, words: more = "" }: Command) => {
    const own = wordsOf(`${label} ${more}`);
    return words.every((word) => own.some((each) => each.startsWith(word)));
  };
  const groups = [
    { title: "Actions", items: actions.filter(fits) },
    { title: "Go to", items: [...goTo(admin), ...otherLists].filter(fits) },
  ];
  if (words.length === 0) return groups;
  return [
    ...groups,
    { title: "Reports", items: reports.filter(fits) },
    { title: "Settings", items: settings.filter(fits) },
  ];
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Adds a posting at a company that was typed and not found. */
export const addPostingAt = (company: string): Command => ({
  label: `Add “${company}” as a posting`,
  icon: briefcaseBusinessIcon,
  href: `/add?company=${encodeURIComponent(company)}`,
});

/** What answers and rates can be parted by; the words are what people read. */
export const partings = {
  site: "Site",
  through: "Applied through",
  place: "Place of work",
  employment: "Employment type",
  outreach: "Outreach",
  title: "Word in the title",
  weekday: "Weekday",
} as const;

export type Parting = keyof typeof partings;

/** Those that a wait can be parted by. */
export const waitPartings = [
  "site",
  "through",
  "place",
  "employment",
] as const satisfies readonly Parting[];

/** Under so many applications a rate says nothing. */
export const fewest = 5;

/** After so many days without a word an application counts as gone silent. */
export const silenceAfterDays = 30;

export const funnelStages = ["applied", "answered", "interview", "offer", "accepted"] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** Where a posting can be in the picture of the funnel: before its application too, saved first or not. */
export const funnelPlaces = ["saved", "direct", ...funnelStages] as const;
export type FunnelPlace = (typeof funnelPlaces)[number];

export const funnelExits = ["rejected", "declined", "silence", "withdrawn"] as const;
export type FunnelExit = (typeof funnelExits)[number];

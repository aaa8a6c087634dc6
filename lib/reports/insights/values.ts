import type { StatusKind } from "../../postings/values.ts";

/** The kinds of status that a posting can have had on a day, in the order of a hunt. */
export const pipelineKinds = [
  "saved",
  "waiting",
  "engaged",
  "offer",
  "rejected",
  "closed",
] as const satisfies readonly StatusKind[];

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

/** The forms that a work-search proof can take: a US state's log, the German one, and a plain list. */
export const proofLayouts = ["us", "de", "plain"] as const;
export type ProofLayout = (typeof proofLayouts)[number];

export type ProofKind = "application" | "reply";
export const weekStarts = ["monday", "sunday"] as const;
export type WeekStart = (typeof weekStarts)[number];

/** The week that each form is filled by: states count from Sunday to Saturday. */
export const weekStartOf: Record<ProofLayout, WeekStart> = {
  us: "sunday",
  de: "monday",
  plain: "monday",
};

/** The most weeks that a proof covers, and the most lines that it gives at once. */
export const mostProofWeeks = 53;
export const mostProofLines = 1000;

/** An opportunity of this status was not answered, so it is no contact. */
export const unansweredStatuses = ["6 - Opportunity Ignored", ""] as const;

const unknownChannels = ["", "Other", "Referral"];

/** How an employer was reached, judged by what was applied through; "" where that does not say. */
export function methodOfChannel(channel: string): string {
  if (unknownChannels.includes(channel)) return "";
  if (channel === "Email") return "E-mail";
  return channel === "In Person" ? "In person" : "Online form";
}

/** What advertised pay can be parted by. */
export const payPartings = ["title", "place", "site"] as const satisfies readonly Parting[];
export type PayParting = (typeof payPartings)[number];

/** The shares that two periods are compared by. */
export const comparedRates = ["answered", "interview", "offer", "rejected"] as const;
export type ComparedRate = (typeof comparedRates)[number];

/** Every figure of a comparison, in the order that it is shown in. */
export const comparedFigures = [
  "applications",
  "per_week",
  ...comparedRates,
  "median_days",
  "minutes",
  "minutes_per_application",
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/**
 * What a difference amounts to: "counted" was the person's own doing and needs no test; "too_soon" may go away
 * when applications of the last 30 days are answered; "sooner" and "later" are waits.
 */
export const verdicts = [
  "counted",
  "too_few",
  "too_soon",
  "noise",
  "higher",
  "lower",
  "sooner",
  "later",
] as const;
export type Verdict = (typeof verdicts)[number];

import type { StatusKind } from "../../statuses/documented.ts";

/** The kinds of status in the pipeline, in the order of a hunt. */
export const pipelineKinds = [
  "saved",
  "waiting",
  "engaged",
  "offer",
  "rejected",
  "closed",
] as const satisfies readonly StatusKind[];

/** The groupings of rates and their labels. */
export const groupings = {
  site: "Site",
  through: "Applied through",
  place: "Place of work",
  employment: "Employment type",
  outreach: "Outreach",
  title: "Word in the title",
  weekday: "Weekday",
} as const;

export type Grouping = keyof typeof groupings;

/** The groupings of waits. */
export const waitGroupings = [
  "site",
  "through",
  "place",
  "employment",
] as const satisfies readonly Grouping[];

/** The smallest number of applications for a rate to be tested or shown. */
export const minSampleSize = 5;

/** Days without an answer after which an application counts as silent. */
export const silenceAfterDays = 30;

export const funnelStages = ["applied", "answered", "interview", "offer", "accepted"] as const;

/** The nodes of the funnel's diagram: its stages, and before them saved first or applied directly. */
export const funnelPositions = ["saved", "direct", ...funnelStages] as const;
export type FunnelPosition = (typeof funnelPositions)[number];

export const funnelExits = ["rejected", "declined", "silence", "withdrawn"] as const;
export type FunnelExit = (typeof funnelExits)[number];

/** Layouts of the work-search log: that of US states, the German form, and a plain list. */
export const proofLayouts = ["us", "de", "plain"] as const;
export type ProofLayout = (typeof proofLayouts)[number];

export const weekStarts = ["monday", "sunday"] as const;
export type WeekStart = (typeof weekStarts)[number];

/** The first weekday of each layout; US states count from Sunday to Saturday. */
export const weekStartOf: Record<ProofLayout, WeekStart> = {
  us: "sunday",
  de: "monday",
  plain: "monday",
};

/** Limits of a work-search log: weeks covered, and lines per response. */
export const maxProofWeeks = 53;
export const maxProofLines = 1000;

/** Opportunities with these statuses were not answered, so they are no contacts. */
export const unansweredStatuses = ["6 - Opportunity Ignored", ""] as const;

const unknownChannels = ["", "Other", "Referral"];

/** The contact method by the channel of the application; "" if unknown. */
export function methodOfChannel(channel: string): string {
  if (unknownChannels.includes(channel)) return "";
  if (channel === "Email") return "E-mail";
  return channel === "In Person" ? "In person" : "Online form";
}

/** The groupings of advertised pay. */
export const payGroupings = ["title", "place", "site"] as const satisfies readonly Grouping[];
export type PayGroupingName = (typeof payGroupings)[number];

/** The rates by which two periods are compared. */
export const comparedRates = ["answered", "interview", "offer", "rejected"] as const;
export type ComparedRate = (typeof comparedRates)[number];

/** The figures of a comparison, in display order. */
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
 * The verdict on a difference: "counted" figures need no test; "too_soon" may vanish when applications of
 * the last 30 days are answered; "sooner" and "later" are about waits.
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

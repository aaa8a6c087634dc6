/** What a calendar feed can hold. */
export const feedContents = ["interviews", "follow_ups", "deadlines"] as const;

export type FeedContent = (typeof feedContents)[number];

export const feedLimits = { name: 64, perPerson: 20, alarmMinutes: 7 * 24 * 60 } as const;

/** What the calendar page shows, by its kind. A kind with a day of its own is read beside these in planned.ts. */
export const plannedKinds = ["interview", "follow_up"] as const;

export type PlannedKind = (typeof plannedKinds)[number];

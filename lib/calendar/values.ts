/** What a calendar feed can hold. */
export const feedContents = ["interviews", "follow_ups", "deadlines"] as const;

export type FeedContent = (typeof feedContents)[number];

export const feedLimits = { name: 64, perPerson: 20, alarmMinutes: 7 * 24 * 60 } as const;

/** What can be moved to another day on the calendar page. */
export const movableKinds = ["interview", "follow_up"] as const;

export type MovableKind = (typeof movableKinds)[number];

/** What the calendar page shows, by its kind: a deadline is another's, and stays where it is. */
export type PlannedKind = MovableKind | "posting_deadline" | "opportunity_deadline";

export const isMovable = (kind: PlannedKind): kind is MovableKind =>
  movableKinds.some((each) => each === kind);

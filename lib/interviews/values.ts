/** How an interview went; empty where nobody said. */
export const outcomes = ["Waiting", "Passed", "Failed", "Cancelled"] as const;

export const cancelledOutcome = "Cancelled" satisfies (typeof outcomes)[number];

/** The outcomes as a friend would say them, in the order of the sheet. */
export const outcomeWords = {
  Waiting: "Waiting to hear",
  Passed: "Passed",
  Failed: "Not passed",
  Cancelled: "Called off",
} as const satisfies Record<(typeof outcomes)[number], string>;

/** The documented stages that are rounds, as buttons say them; any other text is a round too. */
export const rounds = [
  ["Screening", "Screening"],
  ["HR Interview", "HR"],
  ["Code Test", "Code test"],
  ["Hiring Manager Interview", "Hiring manager"],
  ["Team Interview", "Team"],
] as const;

/** How long an interview takes where nobody said. */
export const usualMinutes = 60;

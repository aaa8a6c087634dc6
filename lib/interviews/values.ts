/** How an interview went; empty where nobody said. */
export const outcomes = ["Waiting", "Passed", "Failed", "Cancelled"] as const;

export const cancelledOutcome = "Cancelled" as const satisfies (typeof outcomes)[number];

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

/** The page of what an interview is about. */
export const subjectPath = ({ subject, id }: { subject: string; id: number }) =>
  `${subject === "job_posting" ? "/postings" : "/opportunities"}/${id}`;

/** How many interviews one posting or opportunity has at most. */
export const maxInterviews = 500;

/** How many people the form of a new interview takes. */
export const maxPeople = 20;

/** The longest texts of an interview, in code points. */
export const interviewLengths = { kind: 32, place: 256, url: 2048, time_zone: 64 } as const;

// Example responses of the insights for the OpenAPI document.

const noExits = { rejected: 0, declined: 0, silence: 0, withdrawn: 0 };

export const funnelSample = {
  since: "2024-03-01",
  saved: 2,
  saved_first: 12,
  stages: [
    { stage: "applied", count: 20, exits: { ...noExits, rejected: 6, silence: 9 }, open: 1 },
    { stage: "answered", count: 4, exits: { ...noExits, withdrawn: 1 }, open: 1 },
    { stage: "interview", count: 2, exits: { ...noExits, declined: 1 }, open: 0 },
    { stage: "offer", count: 1, exits: noExits, open: 1 },
    { stage: "accepted", count: 0, exits: noExits, open: 0 },
  ],
};

const step = { time: 7, at_risk: 2, events: 1, censored: 0, survival: 0.5, error: 0.35 };

export const waitsSample = {
  since: "2024-03-01",
  applications: 2,
  answered: 1,
  all: {
    label: "All",
    applications: 2,
    answered: 1,
    median_days: 7,
    curve: [{ ...step, low: 0.01, high: 0.91 }],
  },
  groups: [],
  test: null,
  left_out: 0,
};

const rateRow = {
  label: "Fern & Field careers",
  applications: 20,
  too_few: false,
  answered: { successes: 4, share: 0.2, low: 0.08, high: 0.42, p: 0.6 },
  interview: { successes: 2, share: 0.1, low: 0.03, high: 0.3, p: 1 },
  offer: { successes: 1, share: 0.05, low: 0.01, high: 0.24, p: null },
};

export const ratesSample = {
  since: "2024-03-01",
  by: "site",
  all: { ...rateRow, label: "All" },
  rows: [rateRow],
};

export const scoresSample = [
  {
    site_id: 1,
    site_name: "Fern & Field careers",
    applications: 20,
    answered: 4,
    interviews: 2,
    median_days: 7,
    minutes_per_interview: 90,
    last_visited_at: "2024-05-01T10:00:00-07:00",
  },
];

const streak = { days: 2, first: "2024-03-08", last: "2024-03-11" };

export const paceSample = {
  since: "2024-03-01",
  until: "2024-03-12",
  goals: { weekly_goal: 3, rest_days: [6, 7] },
  applications: 4,
  days: [
    { day: "2024-03-08", count: 3 },
    { day: "2024-03-11", count: 1 },
  ],
  weeks: [
    { week_start: "2024-03-04", year: 2024, week: 10, count: 3, whole: true },
    { week_start: "2024-03-11", year: 2024, week: 11, count: 1, whole: false },
  ],
  current: streak,
  longest: streak,
  goal_weeks: { whole: 1, met: 1 },
  ahead: 0,
  undated: 0,
};

const quartiles = { postings: 6, too_few: false, low: 70_000, median: 82_500, high: 95_000 };

export const paySample = {
  since: "2024-03-01",
  by: "place",
  applications: 8,
  read: 6,
  unread: 1,
  unsaid: 1,
  texts: [{ pay_range: "Competitive", postings: 1, job_posting_id: 7 }],
  currencies: [
    {
      currency: "USD",
      all: { label: "All", ...quartiles },
      rows: [{ label: "Remote", ...quartiles }],
    },
  ],
};

export const proofSample = {
  from: "2024-04-01",
  to: "2024-04-07",
  cut: false,
  required: 3,
  contacts: 1,
  weeks: [{ starts_on: "2024-04-01", ends_on: "2024-04-07", contacts: 1, standing: "short" }],
  lines: [
    {
      kind: "application",
      id: 1,
      date: "2024-04-02",
      employer: "Fern & Field",
      address: "12 Harbor Street, Portland, OR 97201",
      person: "Robin Vale",
      method: "Online form",
      position: "Backend developer",
      result: "2 - Awaiting Feedback",
    },
  ],
  left_out: 0,
};

const counts = { saved: 4, waiting: 19, engaged: 3, offer: 0, rejected: 5, closed: 0 };

export const pipelineSample = {
  day: "2024-03-12",
  first_day: "2024-03-01",
  total: 31,
  counts,
  statuses: [
    { posting_status: "1 - Actively Engaged", kind: "engaged", count: 3 },
    { posting_status: "3 - Rejected", kind: "rejected", count: 5 },
    { posting_status: "4 - No Response", kind: "waiting", count: 19 },
    { posting_status: "5 - Saved", kind: "saved", count: 4 },
  ],
  series: { step_days: 7, points: [{ day: "2024-03-12", counts }] },
};

const half = { successes: 5, share: 0.5, low: 0.24, high: 0.76, may_add: 0 };
const notYet = { successes: 0, share: 0, low: 0, high: 0.28, may_add: 2 };
const period = {
  from: "2024-03-01",
  to: "2024-03-28",
  days: 28,
  applications: 10,
  per_week: 2.5,
  rates: { answered: half, interview: notYet, offer: notYet, rejected: half },
  median_days: 7,
  minutes: 300,
  minutes_per_application: 30,
};

export const compareSample = {
  first: "2024-03-01",
  second: "2024-03-29",
  periods: [period, { ...period, from: "2024-03-29", to: null }],
  figures: [
    { name: "applications", first: 10, second: 10, difference: 0, p: null, verdict: "counted" },
    { name: "answered", first: 0.5, second: 0.5, difference: 0, p: 1, verdict: "noise" },
  ],
};

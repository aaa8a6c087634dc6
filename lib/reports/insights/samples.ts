// Example responses of the insights for the OpenAPI document.

const none = { rejected: 0, declined: 0, silence: 0, withdrawn: 0 };
const rate = (successes: number, share: number, low: number, high: number, p: number | null) => ({
  successes,
  share,
  low,
  high,
  p,
});

export const funnelSample = {
  since: "2024-03-01",
  saved: 2,
  saved_first: 12,
  stages: [
    { stage: "applied", count: 20, exits: { ...none, rejected: 6, silence: 9 }, open: 1 },
    { stage: "answered", count: 4, exits: { ...none, withdrawn: 1 }, open: 1 },
    { stage: "interview", count: 2, exits: { ...none, declined: 1 }, open: 0 },
    { stage: "offer", count: 1, exits: none, open: 1 },
    { stage: "accepted", count: 0, exits: none, open: 0 },
  ],
};

export const waitsSample = {
  since: "2024-03-01",
  all: {
    label: "All",
    applications: 2,
    answered: 1,
    median_days: 7,
    curve: [
      {
        time: 7,
        at_risk: 2,
        events: 1,
        censored: 0,
        survival: 0.5,
        error: 0.35,
        low: 0.01,
        high: 0.91,
      },
    ],
  },
  groups: [],
  test: null,
  left_out: 0,
};

const row = {
  label: "Fern & Field careers",
  applications: 20,
  too_few: false,
  answered: rate(4, 0.2, 0.08, 0.42, 0.6),
  interview: rate(2, 0.1, 0.03, 0.3, 1),
  offer: rate(1, 0.05, 0.01, 0.24, null),
};

export const ratesSample = {
  since: "2024-03-01",
  by: "site",
  all: { ...row, label: "All" },
  rows: [row],
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

/** What people call the fields of an interview's form. */
export const interviewLabels = {
  kind: "Round",
  day: "Day",
  from: "From",
  to: "To",
  time_zone: "Time zone",
  url: "Link",
  place: "Place",
  prepare: "To prepare",
  notes: "What was said",
  outcome: "Outcome",
  with: "With",
};

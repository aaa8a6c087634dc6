import type { Pair } from "./pair.ts";
import { about, jobs } from "./texts.ts";

const agency = (job: keyof typeof jobs) => `${jobs[job]} ${about.harbour}`;

/** Pairs of agencies' listings of two jobs: the agency's words are in each of them. */
export const otherListings: readonly Pair[] = [
  [
    "agency, two jobs",
    { at: "Harbour Talent", title: "Embedded developer", text: agency("embedded") },
    { at: "Harbour Talent", title: "Accountant", text: agency("accountant") },
  ],
  [
    "agency, one title",
    { at: "Harbour Talent", title: "Software Developer", text: agency("embedded") },
    { at: "Harbour Talent", title: "Software Developer", text: agency("backend") },
  ],
  [
    "agency, alike titles",
    { at: "Harbour Talent", title: "Data Engineer", text: agency("data") },
    { at: "Harbour Talent", title: "Data Engineer Logistics", text: agency("backend") },
  ],
  [
    "agency and another company",
    { at: "Harbour Talent", title: "Accountant", text: agency("accountant") },
    { at: "Larch Foods", title: "Accountant", text: `${jobs.sales} ${about.larch}` },
  ],
  [
    "two agencies, one title",
    { at: "Harbour Talent", title: "Backend Developer", text: agency("backend") },
    { at: "Quay Search", title: "Backend Developer", text: agency("embedded") },
  ],
  [
    "an agency's words alone",
    { at: "Harbour Talent", title: "Nurse", text: about.harbour },
    { at: "Quay Search", title: "Accountant", text: about.harbour },
  ],
  [
    "two clients",
    { at: ["Harbour Talent", "Larch Foods"], title: "Baker", text: agency("warehouse") },
    { at: ["Quay Search", "Fern & Field"], title: "Baker", text: agency("sales") },
  ],
  [
    "one agency, two employers",
    { at: ["Harbour Talent", "Larch Foods"], title: "Baker" },
    { at: ["Harbour Talent", "Fern & Field"], title: "Baker" },
  ],
  [
    "a template that companies copy",
    { at: "Larch Medical", title: "Nurse", text: jobs.nurse },
    { at: "Hill Clinic", title: "Nurse", text: jobs.nurse },
  ],
];

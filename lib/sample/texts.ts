const note =
  "<p>This is sample data: none of it is real, and one button on Today takes it away.</p>";

export const sites = [
  { site_name: "Brightboard (sample)", site_url: "https://brightboard.example", lastLook: -8 },
  { site_name: "Company pages (sample)", site_url: "", lastLook: -1 },
];

/** How the made-up hunt stands; days are counted from today. */
export const postings = [
  {
    company_name: "Helio Robotics",
    posting_title: "Staff Software Engineer",
    posting_status: "1 - Actively Engaged",
    applied: -16,
    location_type: "Hybrid",
    pay_range: "€95,000–110,000",
    tags: ["dream", "referral"],
    interviews: [
      { in: -5, clock: "14:00", kind: "HR Interview", outcome: "Passed" as const, place: "Phone" },
      { in: 1, clock: "10:30", kind: "Hiring Manager Interview", place: "Video call" },
    ],
  },
  {
    company_name: "Northlight",
    posting_title: "Senior Backend Engineer",
    posting_status: "2 - Awaiting Feedback",
    applied: -12,
    location_type: "Remote",
    pay_range: "€85,000–98,000",
    tags: ["remote first"],
    interviews: [{ in: -1, clock: "16:00", kind: "Team Interview", place: "Video call" }],
  },
  { company_name: "Opal Labs", posting_title: "Platform Engineer", applied: -44 },
  { company_name: "Fernhill", posting_title: "Software Engineer", applied: -31 },
  { company_name: "Brightwater", posting_title: "Backend Engineer", applied: -6 },
  {
    company_name: "Umber Works",
    posting_title: "Engineering Lead",
    posting_status: "3 - Rejected",
    applied: -25,
    rejected: -18,
  },
  {
    company_name: "Orchard Health",
    posting_title: "Data Engineer",
    posting_status: "5 - Saved",
    tags: ["maybe later"],
  },
].map((posting) => ({ interviews: [], tags: [], ...posting, job_description: note }));

export const opportunity = {
  job_title: "Contract Platform Engineer",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "Rita Almeida",
  recruiter_company: "Fennel & Rowe",
  employment_type: "Contract",
  job_duration: "6 months",
  location_city: "Berlin",
  job_description: note,
  received: -2,
};

export const manager = {
  name: "Jonas Weller",
  company: "Helio Robotics",
  kind: "Hiring manager",
  role: "Head of Platform",
  email: "jonas@helio-robotics.example",
  notes: note,
};

export const company = {
  name: "Northlight",
  notes: `<p>Kind people, slow answers. A team of nine.</p>${note}`,
  tags: ["remote first"],
};

export const followUps = [
  { what: "Ask Brightwater whether they have read it", about: "Brightwater", due: 0 },
  { what: "Send Jonas the talk that we spoke of", about: "Helio Robotics", due: 2 },
];

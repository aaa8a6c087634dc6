/** Invented names and texts for the demo; any likeness to a real company is a coincidence. */
const first = [
  "Helio",
  "North",
  "Opal",
  "Quill",
  "Tide",
  "Bright",
  "Kestrel",
  "Fathom",
  "Mosaic",
  "Orchard",
  "Cinder",
  "Larch",
  "Umber",
  "Vela",
  "Willow",
  "Zephyr",
  "Juniper",
  "Marlow",
  "Pebble",
  "Saffron",
];
const second = [
  "Robotics",
  "Labs",
  "Health",
  "Energy",
  "Rail",
  "Logistics",
  "Analytics",
  "Studio",
  "Systems",
  "Works",
  "Foods",
  "Marine",
];

export const companies = first.flatMap((a) => second.map((b) => `${a} ${b}`));

export const titles = [
  "Senior Backend Engineer",
  "Full-stack Engineer",
  "Platform Engineer",
  "Staff Software Engineer",
  "TypeScript Developer",
  "Node.js Developer",
  "Data Platform Engineer",
  "Engineering Manager",
  "Developer Advocate",
  "Site Reliability Engineer",
  "Software Engineer",
  "Tech Lead",
];

export const cities = [
  "Berlin",
  "Lisbon",
  "Leeds",
  "Utrecht",
  "Lyon",
  "Cork",
  "Porto",
  "Graz",
  "Malmö",
  "Turin",
];

export const pay = [
  "",
  "",
  "",
  "€80–95k",
  "€88k",
  "€95–120k",
  "£70,000 – £85,000",
  "$140–165k",
  "CHF 120k",
  "€90–105k",
  "€55 an hour",
];

export const technology = [
  "TypeScript, Node, Postgres",
  "Go, Kubernetes",
  "React, GraphQL",
  "Python, Airflow, dbt",
  "Java, Kafka",
  "Rust, SQLite",
  "TypeScript, React, AWS",
];

export const managers = [
  ["Nils Berger", "Head of platform"],
  ["Mia Lund", "Engineering manager"],
  ["Tomás Prieto", "Director of engineering"],
  ["Hana Kimura", "Staff engineer"],
] as const;

export const recruiters = [
  ["Rita Almeida", "Harbour Talent"],
  ["Jonas Weber", "Weber & Partner"],
  ["Priya Raman", "Northstar Search"],
  ["Tom Okafor", "Lantern People"],
  ["Elif Demir", "Bosphorus Hiring"],
  ["Sven Lund", "Lund Recruiting"],
] as const;

export const sites = [
  {
    site_name: "LinkedIn",
    site_url: "https://www.linkedin.com/jobs/",
    rating: 4,
    headline: "Backend engineer, TypeScript and Postgres",
  },
  {
    site_name: "Indeed",
    site_url: "https://www.indeed.com/",
    rating: 3,
    headline: "Backend engineer",
  },
  {
    site_name: "Stepping Stones",
    site_url: "https://stepping-stones.example/",
    rating: 5,
    headline: "Platform engineer, remote in Europe",
  },
  { site_name: "Dice", site_url: "https://www.dice.com/", rating: 2, headline: "" },
  { site_name: "Referrals", site_url: "", rating: 5, headline: "" },
  { site_name: "Company pages", site_url: "", rating: 4, headline: "" },
] as const;

export const notes = [
  "Team of six, on-call one week in eight. They want someone who has run Postgres in anger.",
  "Friendly call. Asked about the gap in spring; the answer went well.",
  "Take-home is four hours, paid. Due on Friday.",
  "They will decide within two weeks. Ask for feedback if not.",
  "The recruiter says the range is firm. Remote from anywhere in the EU.",
];

export const description = (company: string, title: string) =>
  `<p>${company} is looking for a ${title.toLowerCase()} to own a service from the first sketch to the pager.</p>` +
  "<p>You have shipped systems that other people relied on, and you can explain a trade-off to someone who will have to live with it.</p>" +
  "<ul><li>TypeScript or Go in production</li><li>Relational data at some size</li><li>Calm under an incident</li></ul>";

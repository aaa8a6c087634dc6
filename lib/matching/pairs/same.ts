import type { Pair } from "./pair.ts";
import { about, edited, jobs } from "./texts.ts";

const bakery = `${jobs.backend} ${about.larch}`;
const probes = `${about.fern} ${jobs.data}`;
const night = `${jobs.nurse} ${about.sound}`;
const pumps = `${jobs.embedded} ${about.harbour}`;

/** Pairs that are one job. */
export const samePairs: readonly Pair[] = [
  // One company and one title, however they are written.
  [
    "legal form",
    { at: "Larch Foods GmbH & Co. KG", title: "Baker" },
    { at: "Larch Foods", title: "Baker" },
  ],
  [
    "accents",
    { at: "Société Générale SA", title: "Auditor" },
    { at: "Societe Generale", title: "Auditor" },
  ],
  [
    "umlauts",
    { at: "Müller Brot AG", title: "Verkäufer (m/w/d)" },
    { at: "Mueller Brot", title: "Verkäufer" },
  ],
  [
    "The",
    { at: "The Harbour Company, Inc.", title: "Accountant" },
    { at: "Harbour", title: "Accountant" },
  ],
  [
    "case and dots",
    { at: "S.A.P. SE", title: "CONSULTANT LOGISTICS" },
    { at: "SAP", title: "Logistics consultant" },
  ],
  [
    "country",
    { at: "Larch Foods Deutschland GmbH", title: "Baker" },
    { at: "Larch Foods", title: "Baker" },
  ],
  [
    "written as one word",
    { at: "FernField", title: "Data engineer" },
    { at: "Fern Field Ltd.", title: "Data Engineer" },
  ],
  [
    "ampersand",
    { at: "H&M", title: "Store manager" },
    { at: "H & M", title: "Store Manager (f/m/x)" },
  ],
  [
    "group",
    { at: "Larch Group", title: "Controller" },
    { at: "Larch Holding AG", title: "Controller" },
  ],
  [
    "gender marks",
    { at: "Larch", title: "Softwareentwickler (w/m/d) Backend" },
    { at: "Larch", title: "Softwareentwickler*in Backend" },
  ],
  [
    "gender forms",
    { at: "Larch", title: "Verkäufer/-in in Vollzeit" },
    { at: "Larch", title: "Verkäuferin (all genders)" },
  ],
  [
    "place in the title",
    { at: "Larch", title: "Backend Developer - Berlin (hybrid)", city: "Berlin" },
    { at: "Larch", title: "Backend Developer" },
  ],
  [
    "unknown place in the title",
    { at: "Larch", title: "Baker, Kirchheim", city: "Kirchheim" },
    { at: "Larch", title: "Baker" },
  ],
  [
    "short for senior",
    { at: "Larch", title: "Sr. Backend Engineer" },
    { at: "Larch", title: "Senior Back-End Engineer" },
  ],
  [
    "roman numbers",
    { at: "Larch", title: "Software Engineer II" },
    { at: "Larch", title: "Software Engineer 2 (Remote, US)" },
  ],
  [
    "front end",
    { at: "Larch", title: "Front End Developer" },
    { at: "Larch", title: "Frontend Engineer" },
  ],
  [
    "order of words",
    { at: "Larch", title: "Manager, Engineering" },
    { at: "Larch", title: "Engineering Manager" },
  ],
  [
    "number of the advertisement",
    { at: "Larch", title: "Accountant (Ref. 12345)" },
    { at: "Larch", title: "Accountant #88213" },
  ],
  ["hours", { at: "Larch", title: "Nurse, full-time, 40 hours" }, { at: "Larch", title: "Nurse" }],
  [
    "QA",
    { at: "Larch", title: "QA Engineer" },
    { at: "Larch", title: "Quality Assurance Engineer" },
  ],
  [
    "one word more of four",
    { at: "Larch", title: "Java Backend Developer Logistics" },
    { at: "Larch", title: "Java Backend Developer" },
  ],
  [
    "cities in two languages",
    { at: "Larch", title: "Baker", city: "München" },
    { at: "Larch", title: "Baker", city: "Munich, Germany" },
  ],
  [
    "one of several cities",
    { at: "Larch", title: "Baker", city: "Bonn or Köln" },
    { at: "Larch", title: "Baker", city: "Cologne" },
  ],
  [
    "remote and a city",
    { at: "Larch", title: "Data analyst", city: "Remote" },
    { at: "Larch", title: "Data analyst", city: "Bonn" },
  ],
  [
    "bracketed name",
    { at: "Larch Foods (formerly Oak)", title: "Baker" },
    { at: "Larch Foods", title: "Baker" },
  ],
  // Published again, with a text.
  [
    "again, edited",
    { at: "Larch", title: "Backend Developer", text: bakery },
    {
      at: "Larch",
      title: "Backend Developer",
      text: edited(bakery, 3, "We pay up to ninety thousand."),
    },
  ],
  [
    "again, without its first half",
    { at: "Larch", title: "Backend Developer", text: bakery },
    { at: "Larch", title: "Backend Developer", text: jobs.backend },
  ],
  [
    "again under a shorter title",
    { at: "Fern & Field", title: "Senior Data Engineer", text: probes },
    { at: "Fern & Field", title: "Data Engineer", text: probes },
  ],
  [
    "a reader's page around it",
    {
      at: "Larch",
      title: "Backend Developer",
      text: `Home Jobs Sign in ${bakery} Similar jobs Share Report`,
    },
    { at: "Larch", title: "Backend Developer", text: bakery },
  ],
  // An agency and the company itself.
  [
    "agency, text around",
    { at: "Harbour Talent", title: "Embedded developer", text: pumps },
    { at: "Larch Medical", title: "Embedded Software Engineer", text: jobs.embedded },
  ],
  [
    "agency, shortened",
    { at: "Harbour Talent", title: "Data Engineer", text: `${jobs.data} ${about.harbour}` },
    { at: "Fern & Field", title: "Data Engineer", text: probes },
  ],
  [
    "agency with its own title",
    { at: "Harbour Talent", title: "Backend Expert Kotlin", text: bakery },
    { at: "Larch Foods", title: "Backend Developer Kotlin", text: bakery },
  ],
  [
    "two agencies",
    { at: "Harbour Talent", title: "Embedded developer", text: edited(jobs.embedded, 5) },
    { at: "Quay Search", title: "Embedded Developer (m/w/d)", text: jobs.embedded },
  ],
  [
    "whom an agency hires for",
    { at: ["Harbour Talent", "Larch Foods"], title: "Backend Developer" },
    { at: "Larch Foods GmbH", title: "Backend Developer" },
  ],
  [
    "on behalf of",
    { at: "Hays on behalf of Larch Foods", title: "Baker" },
    { at: "Larch Foods", title: "Baker" },
  ],
  [
    "no company named",
    { at: "Confidential", title: "Nurse", text: night },
    { at: "Sound Health", title: "Nurse", text: edited(night, 2) },
  ],
  // Offered by mail.
  [
    "a recruiter's offer",
    {
      kind: "email_opportunity",
      at: ["Harbour Talent", "Larch Foods"],
      title: "Backend Developer",
      text: about.harbour,
    },
    { at: "Larch Foods", title: "Backend developer", text: bakery },
  ],
  [
    "an offer with the text",
    {
      kind: "email_opportunity",
      at: "Harbour Talent",
      title: "Data engineer",
      text: `Hi Kim, would this be something? ${jobs.data}`,
    },
    { at: "Fern & Field", title: "Data Engineer", text: probes },
  ],
];

import type { Pair } from "./pair.ts";
import { about, edited, jobs } from "./texts.ts";

const bakery = `${jobs.backend} ${about.larch}`;
const field = (job: keyof typeof jobs) => `${about.fern} ${jobs[job]}`;

/** Pairs that are two jobs, however much is alike. */
export const differentPairs: readonly Pair[] = [
  // One company.
  [
    "level",
    { at: "Larch", title: "Senior Backend Engineer" },
    { at: "Larch", title: "Junior Backend Engineer" },
  ],
  [
    "level said once",
    { at: "Larch", title: "Staff Engineer, Platform" },
    { at: "Larch", title: "Engineer, Platform" },
  ],
  [
    "numbers",
    { at: "Larch", title: "Software Engineer II" },
    { at: "Larch", title: "Software Engineer III" },
  ],
  ["lead", { at: "Larch", title: "Lead Nurse" }, { at: "Larch", title: "Nurse" }],
  ["head", { at: "Larch", title: "Head of Sales" }, { at: "Larch", title: "Sales Representative" }],
  [
    "intern",
    { at: "Larch", title: "Software Engineering Intern" },
    { at: "Larch", title: "Software Engineer" },
  ],
  [
    "student",
    { at: "Larch", title: "Werkstudent Controlling" },
    { at: "Larch", title: "Controlling" },
  ],
  [
    "team",
    { at: "Larch", title: "Software Engineer, Payments" },
    { at: "Larch", title: "Software Engineer, Search" },
  ],
  [
    "team said once",
    { at: "Larch", title: "Product Manager" },
    { at: "Larch", title: "Product Manager, Growth" },
  ],
  [
    "technology",
    { at: "Larch", title: "Java Backend Developer" },
    { at: "Larch", title: "Python Backend Developer" },
  ],
  ["C and C++", { at: "Larch", title: "C Developer" }, { at: "Larch", title: "C++ Developer" }],
  [
    "front and back",
    { at: "Larch", title: "Frontend Engineer" },
    { at: "Larch", title: "Backend Engineer" },
  ],
  ["data", { at: "Larch", title: "Data Engineer" }, { at: "Larch", title: "Data Scientist" }],
  [
    "product and project",
    { at: "Larch", title: "Product Manager" },
    { at: "Larch", title: "Project Manager" },
  ],
  [
    "sales and marketing",
    { at: "Larch", title: "Sales Manager" },
    { at: "Larch", title: "Marketing Manager" },
  ],
  [
    "region",
    { at: "Larch", title: "Sales Manager North" },
    { at: "Larch", title: "Sales Manager South" },
  ],
  [
    "city",
    { at: "Larch", title: "Baker", city: "Bonn" },
    { at: "Larch", title: "Baker", city: "Hamburg" },
  ],
  [
    "city, edited text",
    { at: "Larch", title: "Baker", city: "Bonn", text: `${jobs.warehouse} ${about.larch}` },
    { at: "Larch", title: "Baker", city: "Kiel", text: `${jobs.sales} ${about.larch}` },
  ],
  [
    "level, one text",
    { at: "Fern & Field", title: "Senior Data Engineer", text: field("data") },
    { at: "Fern & Field", title: "Junior Data Engineer", text: edited(field("data"), 4) },
  ],
  [
    "level said once, edited",
    {
      at: "Fern & Field",
      title: "Lead Data Engineer",
      text: `${field("data")} You lead four people and hire three more. Budget and roadmap are yours. You report to the board each quarter and present at two conferences a year.`,
    },
    { at: "Fern & Field", title: "Data Engineer", text: edited(edited(field("data"), 6), 2) },
  ],
  [
    "team, one text",
    { at: "Fern & Field", title: "Engineer, Maps", text: field("frontend") },
    { at: "Fern & Field", title: "Engineer, Billing", text: edited(field("frontend"), 5) },
  ],
  [
    "about the company",
    { at: "Larch", title: "Accountant", text: `${jobs.accountant} ${about.larch}` },
    { at: "Larch", title: "Baker", text: `${jobs.warehouse} ${about.larch}` },
  ],
  [
    "two cities, word for word",
    {
      at: "Sound Health",
      title: "Nurse",
      city: "Seattle, Washington, United States",
      text: `${jobs.nurse} ${about.sound}`,
    },
    {
      at: "Sound Health",
      title: "Nurse",
      city: "Tacoma, Washington, United States",
      text: `${jobs.nurse} ${about.sound}`,
    },
  ],
  [
    "one general title, two teams",
    {
      at: "Fern & Field",
      title: "Senior Software Engineer",
      text: `${about.fern} ${about.larch} ${jobs.data}`,
    },
    {
      at: "Fern & Field",
      title: "Sr. Software Engineer",
      text: `${about.fern} ${about.larch} ${jobs.frontend}`,
    },
  ],
  // Companies that are nearly called alike.
  [
    "one word in common",
    { at: "Deutsche Bank AG", title: "Analyst" },
    { at: "Deutsche Telekom AG", title: "Analyst" },
  ],
  ["begins alike", { at: "Larch Foods", title: "Baker" }, { at: "Larch Medical", title: "Baker" }],
  [
    "ends alike",
    { at: "Harbour Talent", title: "Recruiter" },
    { at: "Quay Talent", title: "Recruiter" },
  ],
  [
    "parent and daughter",
    { at: "Amazon", title: "Data Engineer" },
    { at: "Amazon Web Services", title: "Data Engineer" },
  ],
  ["not named", { at: "Confidential", title: "Baker" }, { at: "Confidential", title: "Baker" }],
  ["empty", { at: "", title: "Baker" }, { at: "", title: "Baker" }],
  ["forms alone", { at: "GmbH", title: "Baker" }, { at: "AG", title: "Baker" }],
  // Other companies.
  [
    "one title",
    { at: "Larch Foods", title: "Accountant" },
    { at: "Fern & Field", title: "Accountant" },
  ],
  [
    "one title, own texts",
    { at: "Larch Foods", title: "Backend Developer", text: bakery },
    {
      at: "Fern & Field",
      title: "Backend Developer",
      text: field("backend").slice(0, 600) + jobs.data,
    },
  ],
  [
    "one law's sentence",
    {
      at: "Sound Health",
      title: "Nurse",
      text: `${jobs.nurse} We are an equal opportunity employer and welcome everyone, whatever their age, origin, faith or gender.`,
    },
    {
      at: "Hill Clinic",
      title: "Nurse",
      text: `You care for eleven guests of our hospice by day, in a house with a garden, with time for each of them. Two of you are always there. You speak with families, keep the records and know when not to speak. We are an equal opportunity employer and welcome everyone, whatever their age, origin, faith or gender.`,
    },
  ],
  // Mails.
  [
    "one recruiter, two offers",
    {
      kind: "email_opportunity",
      at: "Harbour Talent",
      title: "Data engineer",
      text: about.harbour,
    },
    { kind: "email_opportunity", at: "Harbour Talent", title: "Nurse", text: about.harbour },
  ],
  [
    "an offer of a recruiter, and a posting of another company",
    {
      kind: "email_opportunity",
      at: "Harbour Talent",
      title: "Backend developer",
      text: about.harbour,
    },
    { at: "Larch Foods", title: "Backend developer", text: bakery },
  ],
];

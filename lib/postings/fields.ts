import { z } from "zod";
import { day } from "../records/day-fields.ts";
import { limitsOf } from "../records/derive.ts";
import { instant, integer, json, lines, reference, rich, secret, text } from "../records/fields.ts";
import { maxStatusLength } from "../statuses/documented.ts";

const minutes = z.int().min(0, "Minutes count from 0.").max(2_147_483_647, "That is too long.");

/** The fields of a posting, in the order of the API; those with a `part` are ours. */
export const postingFields = {
  company_name: text("Company", 128, {
    formRequired: "A posting needs a company.",
    search: "name",
    sample: "Fern & Field",
  }),
  posting_title: text("Title", 128, {
    formRequired: "A posting needs a title.",
    search: "name",
    sample: "Backend developer",
  }),
  posting_status: text("Status", maxStatusLength.posting, {
    formRequired: true,
    search: 8,
    sample: "2 - Awaiting Feedback",
  }),
  posting_url_full: text("Link", 2048, {
    search: 19,
    sample: "https://careers.fernfield.example/42",
  }),
  posting_url_domain: text("Applied through", 32, { search: 18, sample: "Greenhouse" }),
  posting_password: secret("Password", 32, { sample: "" }),
  pay_range: text("Pay", 256, { search: 9, sample: "$120k - $140k" }),
  location_type: text("Remote or on site", 32, { search: 5, sample: "Remote" }),
  location_city: text("City", 64, { search: 4, sample: "Portland" }),
  employment_type: text("Employment", 32, { search: 10, sample: "Full-time" }),
  applied_at: instant("Applied", { readsNull: true, sample: "2024-04-02T12:00:00-07:00" }),
  interviewed_at: instant("Interview", { nullable: true, sample: "2024-04-10T10:00:00-07:00" }),
  rejected_at: instant("Rejected", { nullable: true, sample: null }),
  rejected_after_stage: text("Stage", maxStatusLength.stage, { search: 13, sample: "Screening" }),
  job_scan_info: text("Résumé match", 64, { blank: true, nullable: true, search: 12, sample: "" }),
  outreach_info: text("Outreach", 64, { blank: true, nullable: true, search: 11, sample: "" }),
  time_spent: integer("Time spent", { nullable: true, limits: [minutes], sample: 35 }),
  technology_string: text("Technology", 512, {
    blank: true,
    search: 6,
    sample: "TypeScript, SQLite",
  }),
  technology_stack: lines("Tech stack", {
    search: 7,
    sample: ["TypeScript", "SQLite"],
  }),
  comments: json("Comments", { search: 2, sample: [] }),
  posting_application_questions: lines("Questions they asked", { search: 14, sample: [] }),
  job_description: rich("Description", {
    required: true,
    search: 1,
    sample: "<p>Keep the orders flowing</p>",
  }),
  job_site_id: reference("Site", { sample: 1 }),
  contact_method: text("Contact method", 32, {
    part: "contact",
    blank: true,
    search: 16,
    sample: "E-mail",
  }),
  employer_address: text("Employer’s address", 256, {
    part: "contact",
    blank: true,
    search: 17,
    sample: "12 Harbor Street, Portland, OR 97201",
  }),
  contact_person: text("Contact person", 64, {
    part: "contact",
    blank: true,
    search: 15,
    sample: "Robin Vale",
  }),
  deadline: day("Closes", { part: "opening", nullable: true, sample: "2024-05-31" }),
  hiring_company: text("Hiring company", 128, {
    part: "opening",
    blank: true,
    search: 20,
    sample: "Larch Foods",
  }),
};

/** The maximal length of each text field, in code points. */
export const postingLimits = limitsOf(postingFields);

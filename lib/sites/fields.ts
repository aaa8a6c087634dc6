import { limitsOf } from "../records/derive.ts";
import { flag, instant, integer, rich, secret, text } from "../records/fields.ts";
import { webAddressRule } from "../records/form-values.ts";

const addressMax = 2048;

/** The fields of a job site, in the order of the API. */
export const siteFields = {
  site_name: text("Name", 64, {
    formRequired: true,
    search: "name",
    sample: "Fern & Field careers",
  }),
  site_url: {
    ...text("Address", addressMax, { search: 3, sample: "https://careers.fernfield.example/" }),
    form: () => webAddressRule(addressMax),
  },
  site_password: secret("Password", 64, { sample: "" }),
  rating: integer("Rating", { sample: 4 }),
  resume_format: text("Résumé format", 32, { search: 4, sample: "PDF Only" }),
  github_field: flag("It asks for GitHub", { sample: true }),
  project_site_field: flag("It asks for a project site", { sample: false }),
  last_visited_at: instant("Last visit", { sample: "2024-05-01T09:30:00-07:00" }),
  resume_updated_at: instant("Résumé updated", { sample: "2024-04-20T11:00:00-07:00" }),
  headline: text("Headline", 512, { search: 1, sample: "Backend developer" }),
  description: rich("Notes", {
    nullable: true,
    search: 2,
    sample: "<p>New postings on Mondays</p>",
  }),
};

/** The maximal length of each text field, in code points. */
export const siteLimits = limitsOf(siteFields);

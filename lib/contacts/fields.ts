import { text as textRule } from "../fields.ts";
import { limitsOf } from "../records/derive.ts";
import { instant, rich, text } from "../records/fields.ts";
import { webAddressRule } from "../records/form-values.ts";

const [emailMax, addressMax] = [254, 2048];

const emailFault = (value: string) =>
  /^[^\s@]+@[^\s@]+$/.test(value) ? null : "Give an e-mail address, like robin@example.org.";

/** The fields of a contact, in the order of the API. */
export const contactFields = {
  name: text("Name", 128, {
    required: true,
    formRequired: "A contact needs a name.",
    search: "name",
    sample: "Robin Lindqvist",
  }),
  company: text("Company", 128, { blank: true, search: "name", sample: "Harbour Talent" }),
  kind: text("Kind", 32, { blank: true, search: 3, sample: "Recruiter" }),
  role: text("Role", 128, { blank: true, search: 2, sample: "Senior consultant" }),
  email: {
    ...text("E-mail", emailMax, { blank: true, search: 4, sample: "robin@harbour.example" }),
    form: () => textRule({ max: emailMax, blank: true, ruleAfter: emailFault }),
  },
  phone: text("Phone", 64, { blank: true, search: 5, sample: "+49 30 5550 140" }),
  url: {
    ...text("Web page", addressMax, {
      blank: true,
      search: 6,
      sample: "https://harbour.example/robin",
    }),
    form: () => webAddressRule(addressMax),
  },
  notes: rich("Notes", { search: 1, sample: "<p>Prefers a call before nine</p>" }),
  last_contacted_at: instant("Last spoke", {
    nullable: true,
    sample: "2024-06-03T14:20:00-07:00",
  }),
};

/** The maximal length of each text field, in code points. */
export const contactLimits = limitsOf(contactFields);

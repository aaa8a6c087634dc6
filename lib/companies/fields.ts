import { limitsOf } from "../records/derive.ts";
import { instant, rich, text } from "../records/fields.ts";
import { webAddressRule } from "../records/form-values.ts";
import { maxCompanyName, maxWhy } from "./values.ts";

const addressMax = 2048;

/** What a person keeps about a company, in the order of the API. */
export const companyFields = {
  name: text("Name", maxCompanyName, {
    blank: true,
    search: "name",
    sample: "Larch Foods",
  }),
  notes: rich("Notes", { search: 1, sample: "<p>Kind people, slow answers</p>" }),
  url: {
    ...text("Web page", addressMax, {
      blank: true,
      search: 3,
      sample: "https://larch.example/careers",
    }),
    form: () => webAddressRule(addressMax),
  },
  do_not_apply_at: {
    ...instant("Do not apply again since", {
      nullable: true,
      sample: "2024-10-28T09:00:00-07:00",
    }),
    readOnly: true,
  },
  do_not_apply_why: text("Why", maxWhy, {
    blank: true,
    search: 2,
    sample: "Two team interviews, then not a word",
  }),
} as const;

/** The maximal length of each text field, in code points. */
export const companyLimits = limitsOf(companyFields);

import { expect, test } from "vitest";
import { opportunityFields } from "../opportunities/fields.ts";
import { postingFields } from "../postings/fields.ts";
import { siteFields } from "../sites/fields.ts";

test.each([
  ["a posting's", postingFields.job_description],
  ["an opportunity's", opportunityFields.job_description],
  ["a site's", siteFields.description],
])("%s description has room for 200,000 characters", (_, field) => {
  for (const rule of [field.api(), field.form()]) {
    expect(rule.parse("x".repeat(200_000))).toContain("xxx");
    const { error } = rule.safeParse("x".repeat(200_001));
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "Ensure this field has no more than 200000 characters.",
    ]);
  }
});

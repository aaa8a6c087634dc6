import "server-only";
import { changeOperation, readOperation } from "../http/resource.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { updatePosting } from "./commands.ts";
import { postingFields } from "./fields.ts";
import { postingKind } from "./kind.ts";
import { getPosting } from "./queries.ts";
import { contactInput } from "./schema.ts";

const sample = sampleOf(postingFields, "contact");

const contact = {
  path: "/api/job_posting/{id}/contact",
  representation: representationOf("PostingContact", postingFields, "contact"),
  find: getPosting,
};
const change = { ...contact, body: contactInput, update: updatePosting };

export const readPostingContact = readOperation(postingKind, "contact", {
  ...contact,
  id: "read_posting_contact",
  summary: "How, where and through whom the employer of a posting was reached",
  sample,
});

export const replacePostingContact = changeOperation(postingKind, "PUT", {
  ...change,
  id: "update_posting_contact",
  summary: "Change a posting's contact; what is not sent is kept",
  sample,
});

export const patchPostingContact = changeOperation(postingKind, "PATCH", {
  ...change,
  id: "patch_posting_contact",
  summary: "Change some fields of a posting's contact",
  sample: { contact_person: sample.contact_person },
});

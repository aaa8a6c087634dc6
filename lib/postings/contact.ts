import "server-only";
import { jobPosting } from "../../db/schema/tracker.ts";
import { idParam, ok, operation } from "../http/operation.ts";
import { changeIfMatch, changeOptions } from "../http/resource.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { updatePosting } from "./commands.ts";
import { postingFields } from "./fields.ts";
import { getPosting } from "./queries.ts";
import { contactInput } from "./schema.ts";

const contact = representationOf("PostingContact", postingFields, "contact");
const sample = sampleOf(postingFields, "contact");

const common = {
  path: "/api/job_posting/{id}/contact",
  tag: "Job postings",
  access: "user" as const,
  params: idParam,
};
const refusals = {
  403: { description: "The job posting is another person's" },
  404: { description: "There is no such job posting" },
};

export const readPostingContact = operation({
  ...common,
  id: "read_posting_contact",
  method: "GET",
  summary: "How, where and through whom the employer of a posting was reached",
  responses: { 200: { description: "The contact", schema: contact.schema }, ...refusals },
  example: { response: sample },
  run: async ({ actor, params }) =>
    ok(contact.one(await getPosting(actor, params.id), actor.time_zone)),
});

const change = (id: string, method: "PUT" | "PATCH", request: object, summary: string) =>
  operation({
    ...common,
    id,
    method,
    summary,
    body: contactInput,
    ...changeOptions(method),
    example: { request },
    responses: {
      204: { description: "Changed" },
      400: { description: "What is wrong at each field" },
      ...refusals,
    },
    run: ({ actor, params, read, request }) =>
      changeIfMatch({
        request,
        table: jobPosting,
        find: () => getPosting(actor, params.id),
        represent: (posting) => contact.one(posting, actor.time_zone),
        change: async (posting, first) => updatePosting(actor, posting, await read(), first),
      }),
  });

export const replacePostingContact = change(
  "update_posting_contact",
  "PUT",
  sample,
  "Change a posting's contact; what is not sent is kept",
);

export const patchPostingContact = change(
  "patch_posting_contact",
  "PATCH",
  { contact_person: sample.contact_person },
  "Change some fields of a posting's contact",
);

import "server-only";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { guarded } from "../duplicates/operations.ts";
import type { FieldErrors } from "../errors.ts";
import { listEventsOf } from "../events/operations.ts";
import { rowReference } from "../fields.ts";
import { listOperation, listResponse, sublistOperation } from "../http/list-response.ts";
import { created, idParam, noContent, operation } from "../http/operation.ts";
import { resource } from "../http/resource.ts";
import { sizeOf } from "../lists/chunks.ts";
import { liveCollection } from "../lists/collection.ts";
import { briefOf, representationOf, sampleOf } from "../records/derive.ts";
import { getSite, ownsSite } from "../sites/queries.ts";
import { createPosting, deletePosting, noSite, updatePosting } from "./commands.ts";
import { postingFields } from "./fields.ts";
import { postingKind } from "./kind.ts";
import { getPosting, isActiveAsDocumented, isOfSite } from "./queries.ts";
import { type PostingInput, postingInput } from "./schema.ts";

export const wholePosting = representationOf("JobPosting", postingFields);

const brief = briefOf("JobPostingInList", wholePosting, [
  "id",
  "company_name",
  "posting_title",
  "posting_status",
  "rejected_after_stage",
  "applied_at",
  "rejected_at",
]);

const sample = sampleOf(postingFields);

/** Checks the site of a body that has other errors, so that all are reported at once. */
async function checkSite(
  actor: Actor,
  { job_site_id }: Record<string, unknown>,
): Promise<FieldErrors> {
  const id = rowReference().safeParse(job_site_id);
  return id.success && !(await ownsSite(actor, id.data)) ? noSite(id.data) : {};
}

/** Creates a posting with the documented defaults: missing fields are empty, the status too. */
function createOverApi(actor: Actor, input: PostingInput) {
  return createPosting(actor, { posting_status: "", posting_password: "", ...input });
}

const plain = resource(postingKind, {
  representation: wholePosting,
  sample,
  list: liveCollection(jobPosting, wholePosting, brief),
  body: postingInput,
  check: checkSite,
  partialBody: (zone) => postingInput(zone).partial(),
  find: getPosting,
  create: createOverApi,
  update: updatePosting,
  remove: deletePosting,
});

export const postings = { ...plain, create: guarded(postingKind.name, plain.create) };

const active = liveCollection(jobPosting, wholePosting, brief, isActiveAsDocumented);

const everyActive = listOperation({
  id: "list_active_postings",
  path: "/api/job_posting/active/",
  tag: "Job postings",
  summary: "Your postings that are actively engaged or await feedback, by id",
  list: active,
  sample,
});

export const listActivePostings = operation({
  ...everyActive,
  responses: { ...everyActive.responses, 204: { description: "There are none" } },
  run: async (call) => {
    const answer = await listResponse(active, call);
    const empty = answer.json ? sizeOf(answer.json) === 2 : [answer.body].flat().length === 0;
    return empty ? noContent : answer;
  },
});

const postingOfSite = briefOf("PostingOfSite", wholePosting, [
  "id",
  "company_name",
  "posting_title",
  "posting_status",
  "applied_at",
]);

const onSite = { tag: "Job sites", path: "/api/job_site/{id}/postings" };

export const listSitePostings = sublistOperation(getSite, {
  ...onSite,
  id: "list_site_postings",
  summary: "The postings of one site, by id",
  list: liveCollection(jobPosting, wholePosting, postingOfSite, isOfSite),
  sample,
});

const addOnSite = operation({
  ...onSite,
  id: "create_site_posting",
  method: "POST",
  summary: "Add a posting under the site of the path",
  access: "user",
  params: idParam,
  body: (zone) => postingInput(zone).omit({ job_site_id: true }),
  example: {
    request: { company_name: "Fern & Field", job_description: sample.job_description },
    response: sample,
  },
  responses: {
    201: { description: "Created", schema: wholePosting.schema },
    400: { description: "What is wrong at each field" },
    403: { description: "It is another person's" },
    404: { description: "It does not exist" },
  },
  run: async ({ actor, params, read }) => {
    const site = await getSite(actor, params.id);
    const row = await createOverApi(actor, { ...(await read()), job_site_id: site.id });
    return created(`/api/job_posting/${row.id}`, wholePosting.one(row, actor.time_zone));
  },
});

export const createSitePosting = guarded(postingKind.name, addOnSite);

export const listPostingEvents = listEventsOf("job_posting", getPosting, {
  id: "list_posting_events",
  summary: "What happened to a posting, as it was recorded",
});

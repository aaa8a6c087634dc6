import "server-only";
import { and, type SQL } from "drizzle-orm";
import { z } from "zod";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { FieldErrors } from "../errors.ts";
import { eventSample, eventsOf } from "../events/operations.ts";
import { rowReference } from "../fields.ts";
import { listResponse } from "../http/list-response.ts";
import { created, noContent, operation } from "../http/operation.ts";
import { idParam, resource } from "../http/resource.ts";
import { sizeOf } from "../lists/chunks.ts";
import { collection } from "../lists/collection.ts";
import { live } from "../records/conditions.ts";
import { briefOf, representationOf, sampleOf } from "../records/derive.ts";
import type { Representation } from "../records/representation.ts";
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

const inList = (shown: Representation) =>
  Object.fromEntries(shown.fields.map(([name]) => [name, sample[name]]));

const listOf = (representation: Representation, only?: SQL) =>
  collection({
    table: jobPosting,
    scope: and(live(jobPosting), only),
    representation,
    fields: wholePosting,
  });

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

export const postings = resource(postingKind, {
  representation: wholePosting,
  sample,
  list: listOf(brief),
  body: postingInput,
  check: checkSite,
  partialBody: (zone) => postingInput(zone).partial(),
  find: getPosting,
  create: createOverApi,
  update: updatePosting,
  remove: deletePosting,
});

const active = listOf(brief, isActiveAsDocumented);

export const listActivePostings = operation({
  id: "list_active_postings",
  method: "GET",
  path: "/api/job_posting/active/",
  tag: "Job postings",
  summary: "Your postings that are actively engaged or await feedback, by id",
  access: "user",
  responses: {
    200: { description: "The list", schema: z.array(brief.schema) },
    204: { description: "There are none" },
  },
  list: active,
  example: { response: [inList(brief)] },
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

const ofSite = listOf(postingOfSite, isOfSite);

const onSite = {
  tag: "Job sites",
  access: "user" as const,
  path: "/api/job_site/{id}/postings",
  params: idParam,
};
const refusals = {
  403: { description: "It is another person's" },
  404: { description: "It does not exist" },
};

export const listSitePostings = operation({
  ...onSite,
  id: "list_site_postings",
  method: "GET",
  summary: "The postings of one site, by id",
  responses: {
    200: { description: "The list", schema: z.array(postingOfSite.schema) },
    ...refusals,
  },
  list: ofSite,
  example: { response: [inList(postingOfSite)] },
  run: async (call) => {
    const site = await getSite(call.actor, call.params.id);
    return listResponse(ofSite, call, site.id);
  },
});

export const createSitePosting = operation({
  ...onSite,
  id: "create_site_posting",
  method: "POST",
  summary: "Add a posting under the site of the path",
  body: (zone) => postingInput(zone).omit({ job_site_id: true }),
  example: {
    request: { company_name: "Fern & Field", job_description: sample.job_description },
    response: sample,
  },
  responses: {
    201: { description: "Created", schema: wholePosting.schema },
    400: { description: "What is wrong at each field" },
    ...refusals,
  },
  run: async ({ actor, params, read }) => {
    const site = await getSite(actor, params.id);
    const row = await createOverApi(actor, { ...(await read()), job_site_id: site.id });
    return created(`/api/job_posting/${row.id}`, wholePosting.one(row, actor.time_zone));
  },
});

const events = eventsOf("job_posting");

export const listPostingEvents = operation({
  id: "list_posting_events",
  method: "GET",
  path: "/api/job_posting/{id}/events",
  tag: "Events",
  summary: "What happened to a posting, as it was recorded",
  access: "user",
  params: idParam,
  responses: {
    200: { description: "The list", schema: z.array(events.representation.schema) },
    ...refusals,
  },
  list: events,
  example: { response: [eventSample] },
  run: async (call) => {
    const posting = await getPosting(call.actor, call.params.id);
    return listResponse(events, call, posting.id);
  },
});

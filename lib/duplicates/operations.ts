import "server-only";
import { z } from "zod";
import { type Operation, ok, operation } from "../http/operation.ts";
import type { Advert } from "../matching/advert.ts";
import { foundFor, refuseFound } from "./found.ts";
import { maxCandidates } from "./queries.ts";
import { type Compared, candidatesShape, comparedInput, guardedAnswer } from "./schema.ts";

const sample = {
  kind: "job_posting",
  id: 1,
  company_name: "Fern & Field",
  posting_title: "Backend developer",
  applied_at: "2024-04-02T12:00:00-07:00",
  reason: "You applied here 12 days ago through Greenhouse",
};

export const findSimilarPostings = operation({
  id: "find_similar_postings",
  method: "POST",
  path: "/api/job_posting/similar/",
  tag: "Job postings",
  summary: `Your postings and opportunities that may be one job with this; writes nothing, up to ${maxCandidates}`,
  access: "user",
  body: () => comparedInput,
  example: {
    request: { company_name: "Fern & Field GmbH", posting_title: "Backend Developer (m/f/d)" },
    response: {
      candidates: [sample],
      do_not_apply: [
        {
          company_name: "Fern & Field",
          do_not_apply_at: "2024-04-10T09:00:00-07:00",
          do_not_apply_why: "Two interviews, then not a word",
          reason: "You marked Fern & Field “Do not apply again” 4 days ago",
        },
      ],
    },
  },
  responses: {
    200: { description: "The likeliest first", schema: candidatesShape },
    400: { description: "What is wrong at each field" },
  },
  run: async ({ actor, read }) => {
    const { kind = "job_posting", job_posting_id, email_opportunity_id, ...fields } = await read();
    const except = { job_posting_id, email_opportunity_id };
    return ok(await foundFor(actor, kind, fields, except));
  },
});

const query = z.object({
  guard: z
    .string()
    .optional()
    .describe(
      "`1` to add it only where it is no duplicate and its company is not marked “Do not apply again”; 409 says which",
    ),
});

/** A creation that `?guard=1` refuses with 409 where the body may be a duplicate; otherwise it is what it was. */
export const guarded = (kind: Advert["kind"], creation: Operation): Operation => ({
  ...creation,
  query,
  responses: {
    ...creation.responses,
    409: {
      description:
        "With guard=1: it may be a duplicate, or its company is marked “Do not apply again”; or the first request with this Idempotency-Key still runs",
      schema: guardedAnswer,
    },
  },
  run: async (call) => {
    // The address is parsed only where there is something in it.
    if (call.request.url.includes("guard=") && call.url.searchParams.get("guard") === "1") {
      await refuseFound(call.actor, kind, (await call.read()) as Compared);
    }
    return creation.run(call);
  },
});

import "server-only";
import { z } from "zod";
import { formatInstant } from "../../dates.ts";
import { idParam, ok, operation } from "../../http/operation.ts";
import { getPosting } from "../../postings/queries.ts";
import { sanitizeRichText } from "../../rich-text.ts";
import { checkPosting } from "./check.ts";
import { snapshotFields } from "./fields.ts";
import { getSnapshot, listSnapshots, type SnapshotRow } from "./queries.ts";
import { maxSnapshots, snapshotSources } from "./values.ts";

const tag = "Snapshots";
const path = "/api/job_posting/{id}/snapshots/";

const change = z
  .strictObject({
    field: z.string(),
    before: z.string(),
    after: z.string(),
    words: z.string(),
  })
  .meta({ id: "SnapshotChange" });

const instant = () => z.string().meta({ format: "date-time" });

const listed = z.strictObject({
  id: z.int(),
  captured_at: instant(),
  seen_at: instant(),
  address: z.string(),
  source: z.enum(snapshotSources),
  hash: z.string(),
  changed: z.array(change),
});

const brief = listed.meta({ id: "SnapshotInList" });
const whole = listed
  .omit({ changed: true })
  .extend({ fields: snapshotFields, text: z.string() })
  .meta({ id: "Snapshot" });
const checked = z
  .strictObject({ changed: z.array(change), closed: z.boolean(), note: z.string() })
  .meta({ id: "PostingCheck" });

type Row = Omit<SnapshotRow, "changes" | "fields">;

const told = ({ id, captured_at, seen_at, address, source, hash }: Row, zone: string) => ({
  id,
  captured_at: formatInstant(captured_at, zone),
  seen_at: formatInstant(seen_at, zone),
  address,
  source,
  hash,
});

const sampleChange = {
  field: "pay",
  before: "€70,000 a year",
  after: "€75,000 a year",
  words: "pay changed from €70,000 a year to €75,000 a year",
};
const sample = {
  id: 9,
  captured_at: "2024-05-12T10:00:00-07:00",
  seen_at: "2024-05-20T09:30:00-07:00",
  address: "https://careers.fernfield.example/42",
  source: "address",
  hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
};

const refusals = {
  403: { description: "The posting is another person's" },
  404: { description: "There is no such posting" },
};

const listPostingSnapshots = operation({
  id: "list_posting_snapshots",
  method: "GET",
  path,
  tag,
  summary: `A posting as it was captured each time, newest first, up to ${maxSnapshots}, with what changed before each`,
  access: "user",
  params: idParam,
  responses: { 200: { description: "The snapshots", schema: z.array(brief) }, ...refusals },
  example: { response: [{ ...sample, changed: [sampleChange] }] },
  run: async ({ actor, params }) => {
    const { id } = await getPosting(actor, params.id);
    const rows = await listSnapshots(actor, id);
    return ok(
      rows.map((row) => ({
        ...told(row, actor.time_zone),
        changed: row.changes,
      })),
    );
  },
});

const snapshotParams = idParam.extend({ snapshot_id: idParam.shape.id });

const readPostingSnapshot = operation({
  id: "read_posting_snapshot",
  method: "GET",
  path: `${path}{snapshot_id}`,
  tag,
  summary: "One snapshot of a posting: its text, sanitised, and its values as they were read",
  access: "user",
  params: snapshotParams,
  responses: {
    200: { description: "The snapshot", schema: whole },
    ...refusals,
    404: { description: "There is no such posting or snapshot" },
  },
  example: {
    response: {
      ...sample,
      fields: {
        company_name: "Fern & Field",
        hiring_company: null,
        posting_title: "Backend developer",
        locations: ["Portland, OR"],
        location_type: "Remote",
        employment_type: "Full-time",
        pay: { min: 75_000, max: 75_000, currency: "EUR", period: "year" },
        posted_on: "2024-05-10",
        closes_on: null,
        posting_url_full: sample.address,
        posting_url_domain: "Custom / In House",
        job_id: "42",
        technology_string: null,
      },
      text: "<p>Keep the orders flowing</p>",
    },
  },
  run: async ({ actor, params }) => {
    const { id } = await getPosting(actor, params.id);
    const row = await getSnapshot(actor, id, params.snapshot_id);
    const { fields, text } = row;
    return ok({ ...told(row, actor.time_zone), fields, text: sanitizeRichText(text) });
  },
});

const checkPostingAgain = operation({
  id: "check_posting",
  method: "POST",
  path: "/api/job_posting/{id}/check/",
  tag,
  summary: "Look at a posting's address again; what changed is kept and logged",
  access: "user",
  params: idParam,
  responses: {
    200: { description: "What changed since the latest snapshot", schema: checked },
    400: { description: "The posting has no address" },
    ...refusals,
    429: { description: "Too many looks within an hour" },
  },
  example: {
    response: {
      changed: [sampleChange],
      closed: false,
      note: "Pay changed from €70,000 a year to €75,000 a year.",
    },
  },
  run: async ({ actor, params }) =>
    ok(await checkPosting(actor, await getPosting(actor, params.id))),
});

/** A posting as it was captured, and another look at it. */
export const snapshots = { listPostingSnapshots, readPostingSnapshot, checkPostingAgain };

import "server-only";
import { representationOf, sampleOf } from "../records/derive.ts";
import type { Kind } from "../records/kind.ts";
import type { BodyShape } from "./operation.ts";
import { changeOperation, type Row, readOperation, type Update } from "./resource.ts";

type Part<Body, Found extends Row> = {
  /** the sub-resource that its fields name */
  part: string;
  /** the last word of its kind's ids, and the name of its shape */
  of: string;
  shape: string;
  body: BodyShape<Body>;
  find: (actor: Parameters<Update<Body, Found>>[0], id: number) => Promise<Found>;
  update: Update<Body, Found>;
  summaries: { read: string; replace: string; patch: string };
  /** the field that the example of a PATCH changes */
  patched: string;
};

/** Reading and changing a sub-resource of a row: the fields of one part. */
export function partOperations<Body, Found extends Row>(
  kind: Kind,
  { part, of, shape, body, find, update, summaries, patched }: Part<Body, Found>,
) {
  const sample = sampleOf(kind.fields, part);
  const common = {
    path: `/api/${kind.name}/{id}/${part}`,
    representation: representationOf(shape, kind.fields, part),
    find,
    sample,
  };
  const change = { ...common, body, update };
  return {
    read: readOperation(kind, part, {
      ...common,
      id: `read_${of}_${part}`,
      summary: summaries.read,
    }),
    replace: changeOperation(kind, "PUT", {
      ...change,
      id: `update_${of}_${part}`,
      summary: summaries.replace,
    }),
    patch: changeOperation(kind, "PATCH", {
      ...change,
      id: `patch_${of}_${part}`,
      summary: summaries.patch,
      sample: { [patched]: sample[patched] },
    }),
  };
}

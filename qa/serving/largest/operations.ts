import { bodiesOfTexts, builtBodies, type LargeBody } from "./bodies.ts";
import type { Described } from "./description.ts";
import { formBodies } from "./forms.ts";
import { longQueries } from "./queries.ts";
import type { Sizes } from "./sizes.ts";
import type { Target } from "./target.ts";
import { hardTexts } from "./texts.ts";

const reads = ({ method }: Described) => method === "GET";

/** Sends each operation that changes something each kind of large body. */
export async function sendLargeBodies(
  target: Target,
  operations: Described[],
  sizes: Sizes,
): Promise<void> {
  for (const operation of operations.filter((each) => !reads(each))) {
    const path = await target.pathOf(operation);
    const { types } = operation.body ?? {};
    const takesFiles = types?.every((type) => type === "multipart/form-data");
    const limits = takesFiles ? { ...sizes, bodyBytes: sizes.fileBytes } : sizes;
    for (const { name, type, body } of largeBodies(operation, limits)) {
      const sent = { method: operation.method, headers: { "content-type": type }, body };
      const words = `${operation.id}: ${name}`;
      const { status, text } = await target.send(words, path, sent);
      if (status === 201) target.note(operation.path, text, words);
    }
  }
}

function* largeBodies(operation: Described, sizes: Sizes): Generator<LargeBody> {
  yield* builtBodies(operation, sizes);
  if (!operation.body) return;
  yield* bodiesOfTexts(operation, sizes);
  yield* formBodies(operation, sizes);
}

/** Asks each operation that reads something each kind of long query. */
export async function sendLongQueries(
  target: Target,
  operations: Described[],
  sizes: Sizes,
): Promise<void> {
  for (const operation of operations.filter(reads)) {
    const path = await target.pathOf(operation);
    for (const { name, query } of longQueries(operation.query, hardTexts, sizes))
      await target.send(`${operation.id}: ${name}`, `${path}?${query}`, {});
  }
}

/** Reads everything, now that it holds what was sent. */
export async function readAll(target: Target, operations: Described[]): Promise<void> {
  for (const operation of operations.filter(reads))
    await target.send(`${operation.id}: what was sent`, await target.pathOf(operation), {});
}

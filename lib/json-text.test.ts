import { expect, test } from "vitest";
import { z } from "zod";
import { removedComment } from "./comments/schema.ts";
import { jsonValue } from "./fields.ts";
import type { Operation } from "./http/operation.ts";
import { parseBody } from "./http/parse-body.ts";
import { jsonLines } from "./records/form-values.ts";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

test("JSON in a field of a form is refused where it is nested without end, as in a body", async () => {
  const operation = { body: () => z.object({ stack: jsonValue() }) } as unknown as Operation;
  const sent = (stack: string) =>
    parseBody(operation, null, "UTC", { form: new Map([["stack", stack]]) });
  await expect(sent(nested(500))).resolves.toBeDefined();
  await expect(sent(nested(100_000))).rejects.toThrow();
  expect(jsonLines.safeParse(nested(100)).success).toBe(true);
  expect(jsonLines.safeParse(nested(100_000)).success).toBe(false);
  expect(removedComment.safeParse({ raw: nested(100_000), place: 0 }).success).toBe(false);
});

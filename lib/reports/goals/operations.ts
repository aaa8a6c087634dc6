import "server-only";
import { z } from "zod";
import { requireIfMatch } from "../../http/etag.ts";
import { noContent, ok, operation } from "../../http/operation.ts";
import { updateGoals } from "./commands.ts";
import { getGoals } from "./queries.ts";
import { goalsInput } from "./schema.ts";
import { maxPerWeek } from "./values.ts";

/** A person's goals as the API writes them. */
export const goalsShape = z
  .strictObject({
    weekly_goal: z.int().min(1).max(maxPerWeek).nullable(),
    rest_days: z.array(z.int().min(1).max(7)),
  })
  .meta({ id: "Goals" });

const sample = { weekly_goal: 5, rest_days: [6, 7] };
const common = { path: "/api/me/goals", tag: "People", access: "user" as const };

export const readGoals = operation({
  ...common,
  id: "read_goals",
  method: "GET",
  summary: "Your weekly goal, and the ISO weekdays that break no streak",
  responses: { 200: { description: "Your goals", schema: goalsShape } },
  example: { response: sample },
  run: async ({ actor }) => ok(await getGoals(actor)),
});

const change = (id: string, method: "PUT" | "PATCH", request: object, summary: string) =>
  operation({
    ...common,
    id,
    method,
    summary,
    body: goalsInput,
    partial: true,
    conditional: true,
    ...(method === "PATCH" ? { mergePatch: true } : {}),
    example: { request },
    responses: {
      204: { description: "Changed" },
      400: { description: "What is wrong at each field" },
    },
    run: async ({ actor, read, request }) => {
      requireIfMatch(request, await getGoals(actor));
      await updateGoals(actor, await read());
      return noContent;
    },
  });

export const replaceGoals = change(
  "update_goals",
  "PUT",
  sample,
  "Change your goals; what is not sent is kept",
);

export const patchGoals = change(
  "patch_goals",
  "PATCH",
  { weekly_goal: null },
  "Change some of your goals",
);

import "server-only";
import { requireIfMatch } from "../../http/etag.ts";
import { noContent, ok, operation } from "../../http/operation.ts";
import { updateGoals } from "./commands.ts";
import { getGoals } from "./queries.ts";
import { goalsInput, goalsShape } from "./schema.ts";

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

import { boardCalls } from "./board-calls.ts";
import { companyCalls } from "./company-calls.ts";
import type { Call } from "./shape.ts";
import { statusCalls } from "./status-calls.ts";
import { tagCalls } from "./tag-calls.ts";
import { viewCalls } from "./view-calls.ts";

/** The calls of the server actions on lists: boards, views, tags, own words and companies. */
export const listCalls: Record<string, Call> = {
  ...boardCalls,
  ...companyCalls,
  ...statusCalls,
  ...tagCalls,
  ...viewCalls,
};

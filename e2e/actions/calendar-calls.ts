import { createFeed } from "../../lib/calendar/feeds.ts";
import { movePlanned } from "../../lib/calendar/move.ts";
import { actorOf, password } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";

const proof = { current_password: password };
const moved = { kind: "interview" as const, day: "2030-04-05" };

/** The calls of the server actions on the calendar and its addresses. */
export const calendarCalls: Record<string, Call> = {
  "interviews.planInterview": call(({ posting }) => [
    {},
    form({ about: `job_posting-${posting}`, day: "2030-04-04", from: "10:00", to: "11:00" }),
  ]),
  "calendar.movePlan": call(({ interview }) => [{ ...moved, id: interview }]),
  "calendar.takeBackPlan": {
    args: (_, change = "") => [JSON.parse(change)],
    before: async ({ person, interview }) =>
      JSON.stringify(await movePlanned(actorOf(person), { ...moved, id: interview })),
  },
  "calendar.makeFeed": call(() => [{}, form({ name: "Made", interviews: "on", ...proof })]),
  "calendar.dropFeed": {
    args: (_, id) => [form({ id: id ?? "" })],
    before: async ({ person }) => {
      const feed = { name: "Phone", contains: ["interviews" as const] };
      return String((await createFeed(actorOf(person), feed, {})).id);
    },
  },
};

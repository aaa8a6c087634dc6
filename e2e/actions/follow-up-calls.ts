import { answerFollowUp } from "../../lib/follow-ups/answers.ts";
import { getFollowUp } from "../../lib/follow-ups/queries.ts";
import { answerToday } from "../../lib/today/commands.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";

/** The calls of the server actions on follow-ups. */
export const followUpCalls: Record<string, Call> = {
  "follow-ups.addFollowUp": call(({ posting }) => [
    { field: "job_posting_id", id: posting },
    {},
    form({ what: "Added", when: "in 3 days" }),
  ]),
  "follow-ups.editFollowUp": call(({ followUp }) => [followUp, {}, form({ what: "Edited" })]),
  "follow-ups.removeFollowUp": call(({ followUp }) => [followUp]),
  "follow-ups.finishFollowUp": call(({ followUp }) => [followUp]),
  "follow-ups.dismissFollowUp": call(({ followUp }) => [followUp]),
  "follow-ups.snoozeFollowUp": call(({ followUp }) => [followUp, "2190-01-01"]),
  "follow-ups.takeBackFollowUp": {
    args: ({ followUp }, change = "") => [followUp, JSON.parse(change)],
    before: async ({ person, followUp }) => {
      const actor = actorOf(person);
      const row = await getFollowUp(actor, followUp);
      return JSON.stringify(await answerFollowUp(actor, row, { state: "done" }));
    },
  },
  "follow-ups.setSiteCadence": call(({ site }) => [site, 7]),
  "today.answerItems": call(({ followUp }) => [
    { rule: "follow_up", ids: [followUp], answer: "done" },
  ]),
  "today.takeBackItems": {
    args: (_, change = "") => [JSON.parse(change)],
    before: async ({ person, followUp }) =>
      JSON.stringify(
        await answerToday(actorOf(person), { rule: "follow_up", ids: [followUp], answer: "done" }),
      ),
  },
};

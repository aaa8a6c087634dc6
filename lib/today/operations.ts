import "server-only";
import { formatInstant } from "../dates.ts";
import { noContent, ok, operation } from "../http/operation.ts";
import { answerToday } from "./commands.ts";
import { todayQueue } from "./queries.ts";
import { quietWords } from "./quiet.ts";
import { todayAnswer, todayShape } from "./schema.ts";
import { answers } from "./values.ts";

const tag = "Today";

export const readToday = operation({
  id: "read_today",
  method: "GET",
  path: "/api/today/",
  tag,
  summary: "What is to be done today, ordered by what slips first",
  access: "user",
  responses: { 200: { description: "The queue", schema: todayShape } },
  example: {
    response: {
      date: "2024-06-10",
      quiet_after: { days: 34, answers: 24, reason: "Quiet for more than 34 days" },
      items: [
        {
          rule: "follow_up",
          ids: [7],
          subject: { kind: "job_posting", id: 1, name: "Fern & Field" },
          title: "Ask Robin how the talks went",
          reason: "Due today at 09:30. About Fern & Field.",
          slips_on: "2024-06-10",
          slips_at: "2024-06-10T09:30:00-07:00",
          answers: ["done", "snooze", "dismiss", "open"],
        },
      ],
    },
  },
  run: async ({ actor }) => {
    const { date, quiet_after, items } = await todayQueue(actor);
    const { days, answers: known } = quiet_after;
    return ok({
      date,
      quiet_after: { days, answers: known, reason: `${quietWords(quiet_after)}.` },
      items: items.map(({ occasion: _, names: __, slips_at, ...item }) => ({
        ...item,
        slips_at: slips_at && formatInstant(slips_at, actor.time_zone),
        answers: item.subject || item.rule === "quiet" ? [...answers, "open"] : [...answers],
      })),
    });
  },
});

export const answerTodayItems = operation({
  id: "answer_today",
  method: "POST",
  path: "/api/today/answer/",
  tag,
  summary: "Answer items of the queue, so that they do not come back",
  access: "user",
  body: todayAnswer,
  example: { request: { rule: "quiet", ids: [3, 5], answer: "done" } },
  responses: {
    204: { description: "Answered" },
    400: { description: "What is wrong at each field" },
    403: { description: "A follow-up is another person's" },
    404: { description: "There is no such follow-up" },
  },
  run: async ({ actor, read }) => {
    await answerToday(actor, await read());
    return noContent;
  },
});

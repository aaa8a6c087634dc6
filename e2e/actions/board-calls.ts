import { createInterview } from "../../lib/interviews/commands.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call } from "./shape.ts";

const starts_at = "2190-01-01T10:00:00.000000Z";

/** The calls of the server actions of the boards. */
export const boardCalls: Record<string, Call> = {
  "board.dropCards": call(({ posting }) => [
    {
      kind: "job_posting",
      cards: [{ id: posting, seen: "2 - Awaiting Feedback" }],
      change: { action: "status", status: "1 - Actively Engaged" },
    },
  ]),
  "board.planOnBoard": call(({ posting }) => [
    { kind: "job_posting", id: posting, starts_at: "2190-01-01T10:00" },
  ]),
  "board.takeBackPlanned": {
    args: (_, id) => [Number(id)],
    before: async ({ person, posting }) => {
      const made = await createInterview(actorOf(person), { job_posting_id: posting, starts_at });
      return String(made.id);
    },
  },
};

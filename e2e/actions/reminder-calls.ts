import { randomBytes } from "node:crypto";
import { getDb } from "../../db/client.ts";
import { sampleRow } from "../../db/schema/sample.ts";
import { addDevice } from "../../lib/push/devices.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";

const device = () => ({
  endpoint: "https://push.example.org/send/Zm9vdGhvbGQ",
  keys: {
    p256dh: Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString("base64url"),
    auth: randomBytes(16).toString("base64url"),
  },
});

/** The calls of the server actions on reminders, devices and sample data. */
export const reminderCalls: Record<string, Call> = {
  "reminders.endByKey": call(() => [{}, form({ key: "a key that is none" })], "nothing"),
  "reminders.saveReminders": call(() => [{}, form({ digest_hour: 8, interview_minutes: "" })]),
  "push.turnOnPush": call(() => [device()]),
  "push.turnOffPush": call(() => [], "nothing"),
  "push.dropDevice": {
    args: (_, id = "") => [form({ id })],
    before: async ({ person }) => {
      const added = await addDevice(actorOf(person), device(), {}, null);
      return String(added.id);
    },
  },
  "sample.trySample": call(() => [form({})], "nothing"),
  "sample.dropSample": {
    args: () => [form({})],
    before: async ({ person, followUp }) => {
      const mark = { user_id: person.id, kind: "follow_up", row_id: followUp };
      await getDb().insert(sampleRow).values(mark);
      return "";
    },
  },
};

import { randomBytes } from "node:crypto";
import { createFeed } from "../../lib/calendar/feeds.ts";
import { addDevice } from "../../lib/push/devices.ts";
import { actorOf, password } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";

const device = () => ({
  endpoint: "https://push.example.org/send/Zm9vdGhvbGQ",
  keys: {
    p256dh: Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString("base64url"),
    auth: randomBytes(16).toString("base64url"),
  },
});

/** The calls of the server actions on reminders, devices and calendar addresses. */
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
  "calendar.makeFeed": call(() => [
    {},
    form({ name: "Made", interviews: "on", current_password: password }),
  ]),
  "calendar.dropFeed": {
    args: (_, id) => [form({ id: id ?? "" })],
    before: async ({ person }) => {
      const feed = { name: "Phone", contains: ["interviews" as const] };
      return String((await createFeed(actorOf(person), feed, {})).id);
    },
  },
};

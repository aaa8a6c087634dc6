import "server-only";
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "../env.ts";
import { NotFound, Unauthenticated } from "../errors.ts";
import { noContent, ok, operation } from "../http/operation.ts";
import { runReminders } from "./run.ts";
import { reminderInput, reminderShape } from "./schema.ts";
import { endReminder, getReminders, updateReminders } from "./settings.ts";
import { readUnsubscribeKey } from "./unsubscribe-key.ts";

const sample = {
  digest_hour: 8,
  interview_minutes: 60,
  push_digest_hour: null,
  push_interview_minutes: 30,
  available: true,
  reason: "",
};
const common = { path: "/api/me/reminders", tag: "People", access: "user" as const };

export const readReminders = operation({
  ...common,
  id: "read_reminders",
  method: "GET",
  summary: "Which reminders you get by mail and on your devices, and whether mails can come",
  responses: { 200: { description: "Your reminders", schema: reminderShape } },
  example: { response: sample },
  run: async ({ actor }) => ok(await getReminders(actor)),
});

export const replaceReminders = operation({
  ...common,
  id: "update_reminders",
  method: "PUT",
  summary: "Change your reminders; null is none, what is not sent is kept",
  body: reminderInput,
  partial: true,
  example: { request: { digest_hour: 8, interview_minutes: null } },
  responses: {
    204: { description: "Changed" },
    400: { description: "What is wrong at each field" },
  },
  run: async ({ actor, read }) => {
    await updateReminders(actor, await read());
    return noContent;
  },
});

const keyParam = z.object({ key: z.string().max(128) });

export const unsubscribe = operation({
  id: "unsubscribe",
  method: "POST",
  path: "/api/unsubscribe/{key}",
  tag: "About",
  summary: "End the reminders that a mail's own address names, in one click (RFC 8058)",
  access: "anyone-unauthenticated",
  params: keyParam,
  responses: {
    204: { description: "Ended" },
    404: { description: "The address is not one of ours" },
  },
  run: async ({ params }) => {
    const read = readUnsubscribeKey(params.key);
    if (!read) throw new NotFound();
    await endReminder(read.userId, read.kind);
    return noContent;
  },
});

/** Where a mail program opens the address instead: a page with a button, since looking at it must end nothing. */
export const openUnsubscribe = operation({
  id: "open_unsubscribe",
  method: "GET",
  path: "/api/unsubscribe/{key}",
  tag: "About",
  summary: "Leads to the page that ends the reminders of a mail's own address",
  access: "anyone-unauthenticated",
  params: keyParam,
  produces: "text/html",
  responses: { 200: { description: "A page that leads there", schema: z.string() } },
  example: { response: "<!doctype html>…" },
  run: async ({ params }) => ({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    text: redirectPage(`/unsubscribe/${encodeURIComponent(params.key)}`),
  }),
});

const redirectPage = (path: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${path}"><title>Fewer mails</title><a href="${path}">Stop these mails</a></html>`;

export const runCron = operation({
  id: "run_cron",
  method: "GET",
  path: "/api/cron",
  tag: "About",
  summary: "Send the reminders that are due; for a scheduler that knows CRON_SECRET",
  access: "anyone-unauthenticated",
  responses: {
    204: { description: "Done" },
    401: { description: "The bearer token is not CRON_SECRET" },
    404: { description: "This Foothold has no CRON_SECRET" },
  },
  run: async ({ request }) => {
    const secret = env().CRON_SECRET;
    if (!secret) throw new NotFound();
    if (!isEqual(request.headers.get("authorization") ?? "", `Bearer ${secret}`))
      throw new Unauthenticated();
    await runReminders();
    return noContent;
  },
});

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

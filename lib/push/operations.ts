import "server-only";
import { z } from "zod";
import { originOf } from "../accounts/security-log.ts";
import { HttpError } from "../http/errors.ts";
import { idParam, noContent, ok, operation } from "../http/operation.ts";
import { encodeCursor, pageLinks, requestedPage } from "../lists/paging.ts";
import { representation } from "../records/representation.ts";
import { addDevice, listDevices, removeDevice } from "./devices.ts";
import { vapidKeys } from "./keys.ts";
import { deviceInput } from "./schema.ts";

const tag = "Reminders";
const path = "/api/push_subscription/";

const shown = representation(
  "PushSubscription",
  { id: "integer", name: "text", created_at: "instant", last_sent_at: "instant" },
  ["last_sent_at"],
);

const sample = {
  id: 1,
  name: "Firefox on Android",
  created_at: "2024-05-01T10:00:00-07:00",
  last_sent_at: null,
};

const sampleKeys = {
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
};

export const readPushKey = operation({
  id: "read_push_key",
  method: "GET",
  path: "/api/push_key/",
  tag,
  summary: "The key that a browser subscribes with (VAPID, RFC 8292)",
  access: "user",
  responses: {
    200: {
      description: "The public key",
      schema: z.strictObject({ public_key: z.string() }).meta({ id: "PushKey" }),
    },
  },
  example: { response: { public_key: sampleKeys.p256dh } },
  run: async () => ok({ public_key: (await vapidKeys()).publicKey }),
});

export const listPushSubscriptions = operation({
  id: "list_push_subscriptions",
  method: "GET",
  path,
  tag,
  summary: "Your devices that take notifications, by id, without their endpoints and keys",
  access: "user",
  paged: true,
  responses: { 200: { description: "The list", schema: z.array(shown.schema) } },
  example: { response: [sample] },
  run: async ({ actor, url }) => {
    const page = requestedPage(url.searchParams, "id");
    const rest = (await listDevices(actor)).filter(({ id }) => id > (page?.after?.id ?? 0));
    const rows = page ? rest.slice(0, page.limit) : rest;
    const last = rest.length > rows.length ? rows.at(-1) : undefined;
    return {
      status: 200,
      body: rows.map((row) => shown.one(row, actor.time_zone)),
      headers: page
        ? pageLinks(url, last ? encodeCursor("id", { value: last.id, id: last.id }) : null)
        : {},
    };
  },
});

export const createPushSubscription = operation({
  id: "create_push_subscription",
  method: "POST",
  path,
  tag,
  summary: "Let a device take notifications; the same endpoint again replaces its keys and name",
  access: "user",
  body: deviceInput,
  responses: {
    201: { description: "Added", schema: shown.schema },
    400: { description: "What is wrong at each field" },
    403: { description: "Asked for with a personal token, which a device would outlive" },
  },
  example: {
    request: {
      name: sample.name,
      endpoint: "https://push.example.org/send/Zm9vdGhvbGQ",
      keys: sampleKeys,
    },
    response: sample,
  },
  run: async ({ actor, caller, read, request }) => {
    if (caller.scopes)
      throw new HttpError(403, "Devices are added by their person, not by a token.");
    const from = originOf(request.headers);
    const device = await addDevice(actor, await read(), from, caller.session_id ?? null);
    return { status: 201, body: shown.one(device, actor.time_zone) };
  },
});

export const removePushSubscription = operation({
  id: "delete_push_subscription",
  method: "DELETE",
  path: `${path}{id}`,
  tag,
  summary: "Remove a device; nothing is sent to it from then on",
  access: "user",
  params: idParam,
  responses: {
    204: { description: "Gone" },
    404: { description: "There is no such device" },
  },
  run: async ({ actor, params, request }) => {
    await removeDevice(actor, params.id, originOf(request.headers));
    return noContent;
  },
});

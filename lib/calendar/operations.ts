import { basePath } from "../base-path.ts";
import "server-only";
import { z } from "zod";
import { checkRateLimit, limits } from "../accounts/auth/rate-limits.ts";
import { originOf } from "../accounts/security-log.ts";
import { env } from "../env.ts";
import type { Caller } from "../http/caller.ts";
import { HttpError } from "../http/errors.ts";
import { idParam, noContent, operation } from "../http/operation.ts";
import type { ApiRequest } from "../http/request.ts";
import { encodeCursor, pageLinks, requestedPage } from "../lists/paging.ts";
import { representation } from "../records/representation.ts";
import { calendarEntries } from "./entries.ts";
import { createFeed, listFeeds, openFeed, removeFeed } from "./feeds.ts";
import { iCalendar } from "./icalendar.ts";
import { feedInput } from "./schema.ts";

const tag = "Calendar";

const fields = {
  id: "integer",
  name: "text",
  contains: "json",
  alarm_minutes: "integer",
  created_at: "instant",
  last_read_at: "instant",
} as const;
const nullable = ["alarm_minutes", "last_read_at"] as const;
const shown = representation("CalendarFeed", fields, nullable);
const made = representation("NewCalendarFeed", { ...fields, url: "text" }, nullable);

const sample = {
  id: 1,
  name: "My phone",
  contains: ["interviews", "follow_ups", "deadlines"],
  alarm_minutes: 30,
  created_at: "2024-05-01T10:00:00-07:00",
  last_read_at: null,
};

/** Where people reach this Foothold: its own setting, or what was asked for. */
const addressOf = (request: ApiRequest) =>
  new URL(env().PUBLIC_URL ?? request.url).origin + basePath;

/** An address outlives what made it, so neither a personal token nor an open browser alone makes one. */
function requirePerson({ scopes, session_id }: Caller): void {
  if (scopes)
    throw new HttpError(403, "Calendar addresses are made by their person, not by a token.");
  if (session_id !== undefined)
    throw new HttpError(403, "The browser makes calendar addresses under Settings.");
}

export const listCalendarFeeds = operation({
  id: "list_calendar_feeds",
  method: "GET",
  path: "/api/calendar_feed/",
  tag,
  summary: "Your calendar addresses, by id, without what opens them",
  access: "user",
  paged: true,
  responses: { 200: { description: "The list", schema: z.array(shown.schema) } },
  example: { response: [sample] },
  run: async ({ actor, url }) => {
    const page = requestedPage(url.searchParams, "id");
    const rest = (await listFeeds(actor)).filter(({ id }) => id > (page?.after?.id ?? 0));
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

export const createCalendarFeed = operation({
  id: "create_calendar_feed",
  method: "POST",
  path: "/api/calendar_feed/",
  tag,
  summary: "Make an address that a calendar reads; it is shown this once",
  access: "user",
  shownOnce: true,
  body: feedInput,
  responses: {
    201: { description: "Made", schema: made.schema },
    400: { description: "What is wrong at each field" },
    403: { description: "Asked for with a personal token, or with the browser's session" },
    409: { description: "Its Idempotency-Key made an address already, which was shown once" },
  },
  example: {
    request: { name: sample.name, contains: sample.contains, alarm_minutes: 30 },
    response: { ...sample, url: "https://jobs.example.org/api/calendar/SECRET.ics" },
  },
  run: async ({ actor, caller, read, request }) => {
    requirePerson(caller);
    const { secret, ...feed } = await createFeed(actor, await read(), originOf(request.headers));
    const url = `${addressOf(request)}/api/calendar/${secret}.ics`;
    return { status: 201, body: made.one({ ...feed, url }, actor.time_zone) };
  },
});

export const removeCalendarFeed = operation({
  id: "delete_calendar_feed",
  method: "DELETE",
  path: "/api/calendar_feed/{id}",
  tag,
  summary: "Remove a calendar address; what reads it gets nothing from then on",
  access: "user",
  params: idParam,
  responses: {
    204: { description: "Gone" },
    404: { description: "There is no such address" },
  },
  run: async ({ actor, params, request }) => {
    await removeFeed(actor, params.id, originOf(request.headers));
    return noContent;
  },
});

const fileParam = z.object({
  file: z
    .string()
    .regex(/^[\w-]{43}\.ics$/)
    .transform((file) => file.slice(0, -".ics".length)),
});

export const readCalendar = operation({
  id: "read_calendar",
  method: "GET",
  path: "/api/calendar/{file}",
  tag,
  summary: "What a calendar address holds, as iCalendar (RFC 5545)",
  access: "anyone-unauthenticated",
  params: fileParam,
  produces: "text/calendar",
  responses: {
    200: { description: "The calendar", schema: z.string() },
    404: { description: "There is no such address" },
    429: { description: "It was read too often" },
  },
  example: { response: "BEGIN:VCALENDAR\r\n…" },
  run: async ({ params, request }) => {
    const feed = await openFeed(params.file);
    await checkRateLimit(limits.calendar, String(feed.id));
    const entries = await calendarEntries(feed.user_id, feed.contains);
    const zone = feed.time_zone ?? env().TIME_ZONE;
    return {
      status: 200,
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "cache-control": "private, no-store",
      },
      text: await iCalendar(entries, { ...feed, zone, address: addressOf(request) }),
    };
  },
});

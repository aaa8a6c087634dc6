import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { preparedQuery } from "../../db/prepared-query.ts";
import { user } from "../../db/schema/accounts.ts";
import { calendarFeed } from "../../db/schema/calendar.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { logSecurityEvent, type Origin } from "../accounts/security-log.ts";
import { now, toStored } from "../dates.ts";
import { Invalid, NotFound } from "../errors.ts";
import type { FeedInput } from "./schema.ts";
import { feedContents, feedLimits } from "./values.ts";

/** How old the recorded last reading may be before it is updated. */
const lastReadIntervalMs = 5 * 60_000;

/** What is stored of a feed's secret. It is random, so a plain hash is enough. */
const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

const contentsOf = (words: string) =>
  feedContents.filter((content) => words.split(" ").includes(content));

const columns = {
  id: calendarFeed.id,
  name: calendarFeed.name,
  contains: sql`${calendarFeed.contains}`.mapWith(contentsOf),
  alarm_minutes: calendarFeed.alarm_minutes,
  created_at: calendarFeed.created_at,
  last_read_at: calendarFeed.last_read_at,
};

/** The actor's feeds, by id, without their secrets. */
export const listFeeds = (actor: Actor) =>
  getDb()
    .select(columns)
    .from(calendarFeed)
    .where(eq(calendarFeed.user_id, actor.user_id))
    .orderBy(calendarFeed.id);

export type Feed = Awaited<ReturnType<typeof listFeeds>>[number];

/** Makes a feed; its secret is given this once. Throws `Invalid` where the person has as many as may be. */
export async function createFeed(
  actor: Actor,
  input: FeedInput,
  from: Origin,
): Promise<Feed & { secret: string }> {
  const secret = randomBytes(32).toString("base64url");
  const values = {
    ...input,
    contains: input.contains.join(" "),
    alarm_minutes: input.alarm_minutes ?? null,
    secret_hash: hashOf(secret),
  };
  const count = await getDb().$count(calendarFeed, eq(calendarFeed.user_id, actor.user_id));
  if (count >= feedLimits.perPerson) {
    const fault = `You have ${feedLimits.perPerson} addresses. Remove one that you no longer need.`;
    throw new Invalid({ non_field_errors: [fault] });
  }
  const added = getDb()
    .insert(calendarFeed)
    .values({ ...values, user_id: actor.user_id })
    .returning(columns);
  const noted = logSecurityEvent(actor.user_id, "feed_made", from, input.name);
  const [[feed]] = (await atomically([added, noted])) as [Awaited<typeof added>];
  if (!feed) throw new Error("no feed was added");
  return { ...feed, secret };
}

/** Removes one of the actor's feeds; its address is unknown from then on. Throws `NotFound`. */
export async function removeFeed(actor: Actor, id: number, from: Origin): Promise<void> {
  const [gone] = await getDb()
    .delete(calendarFeed)
    .where(and(eq(calendarFeed.id, id), eq(calendarFeed.user_id, actor.user_id)))
    .returning({ name: calendarFeed.name });
  if (!gone) throw new NotFound();
  await logSecurityEvent(actor.user_id, "feed_removed", from, gone.name);
}

const findFeed = preparedQuery((db) =>
  db
    .select({ ...columns, user_id: calendarFeed.user_id, time_zone: user.time_zone })
    .from(calendarFeed)
    .innerJoin(user, eq(user.id, calendarFeed.user_id))
    .where(and(eq(calendarFeed.secret_hash, sql.placeholder("hash")), eq(user.is_active, true)))
    .prepare(),
);

/** The feed that a secret opens, with its person. Throws `NotFound`. */
export async function openFeed(secret: string) {
  const feed = await findFeed().get({ hash: hashOf(secret) });
  if (!feed) throw new NotFound();
  if ((feed.last_read_at ?? "") < toStored(Date.now() - lastReadIntervalMs))
    await getDb()
      .update(calendarFeed)
      .set({ last_read_at: now() })
      .where(eq(calendarFeed.id, feed.id));
  return feed;
}

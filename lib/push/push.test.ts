import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "../../db/client.ts";
import { session } from "../../db/schema/accounts.ts";
import { followUp, interview } from "../../db/schema/people.ts";
import { pushSubscription, reminderMessage, serverKey } from "../../db/schema/reminders.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { sessionIdOf } from "../accounts/auth/cookie.ts";
import { closeOtherSessions, closeSession, openSession } from "../accounts/auth/sessions.ts";
import { NotFound } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { createPosting } from "../postings/commands.ts";
import { runReminders } from "../reminders/run.ts";
import { updateReminders } from "../reminders/settings.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { addDevice, deviceOfSession, listDevices, removeDevice } from "./devices.ts";
import { vapidKeys } from "./keys.ts";
import { deviceInput } from "./schema.ts";
import { startPushService } from "./testing.ts";
import { pushLimits } from "./values.ts";

freshDatabase();
let service: Awaited<ReturnType<typeof startPushService>>;
beforeAll(async () => {
  service = await startPushService();
  process.env.PUSH_ORIGINS = service.origin;
  process.env.PUBLIC_URL = "https://jobs.example.org";
});
afterAll(() => service.stop());
afterEach(() => vi.useRealTimers());

const zone = "America/Los_Angeles";
let actor: Actor;
beforeEach(async () => {
  actor = await newActor("browser", zone);
  Object.assign(service.answers, { status: 201, hangs: false });
});

function setClock(text: string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(text) });
}

async function addFollowUp(what: string, due_on: string): Promise<void> {
  await getDb().insert(followUp).values({ user_id: actor.user_id, what, due_on });
}

/** Adds a device, and gives what it was shown so far. */
async function turnOn(sessionId: string | null = null) {
  const device = service.device();
  const { id } = await addDevice(actor, device, { user_agent: "" }, sessionId);
  const path = new URL(device.endpoint).pathname;
  return { id, device, handed: () => service.handed().filter((each) => each.path === path) };
}

const messages = () =>
  getDb().select().from(reminderMessage).where(eq(reminderMessage.user_id, actor.user_id));

describe("a device", () => {
  test("is shown the digest once a day, from the chosen hour on", async () => {
    const phone = await turnOn();
    const laptop = await turnOn();
    await updateReminders(actor, { push_digest_hour: 8 });
    await addFollowUp("Call Ada", "2027-03-01");
    setClock("2027-03-12T07:59:00-08:00");
    await runReminders();
    expect(phone.handed()).toEqual([]);
    setClock("2027-03-12T11:20:00-08:00");
    await runReminders();
    await runReminders();
    for (const { handed } of [phone, laptop]) {
      expect(handed().map(({ notification }) => notification)).toEqual([
        { title: "One thing for today", body: "Call Ada", path: "/dashboard", tag: "digest" },
      ]);
    }
    const [first] = phone.handed();
    expect(first?.claims).toMatchObject({ aud: service.origin, sub: "https://jobs.example.org" });
    expect(first?.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "45600" });
    setClock("2027-03-13T08:00:00-08:00");
    await runReminders();
    expect(phone.handed()).toHaveLength(2);
    expect(await listDevices(actor)).toMatchObject([
      { last_sent_at: "2027-03-13T16:00:00.000000Z" },
      { last_sent_at: "2027-03-13T16:00:00.000000Z" },
    ]);
  });

  test("is shown nothing that its person did not choose", async () => {
    const { handed } = await turnOn();
    setClock("2027-03-12T11:20:00-08:00");
    await addFollowUp("Call Ada", "2027-03-01");
    await runReminders();
    await updateReminders(actor, { digest_hour: 8, interview_minutes: 60 });
    await runReminders();
    expect(handed()).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  test("is told of an interview before it starts, and not afterwards", async () => {
    const { handed } = await turnOn();
    await updateReminders(actor, { push_interview_minutes: 60 });
    setClock("2027-05-04T08:45:00-07:00");
    const posting = await createPosting(actor, {
      site_name: "Careers",
      company_name: `Fern & Field ${"long ".repeat(24)}`,
      posting_title: "Gardener",
    });
    await getDb().insert(interview).values({
      user_id: actor.user_id,
      job_posting_id: posting.id,
      kind: "Team Interview",
      starts_at: "2027-05-04T16:30:00.000000Z",
      place: "Video",
    });
    service.answers.status = 503;
    await runReminders();
    expect(await messages()).toMatchObject([{ tries: 1, sent_at: null }]);
    service.answers.status = 201;
    setClock("2027-05-04T08:46:30-07:00");
    await runReminders();
    const [first] = handed();
    expect(first?.notification).toMatchObject({
      body: "Tuesday, 4 May, 09:30 (PDT)\nVideo",
      path: `/postings/${posting.id}`,
    });
    expect(first?.notification.title).toMatch(/^Team interview, Fern & Field long .{80,}…$/);
    expect(first?.headers).toMatchObject({ ttl: "2610" });
    await getDb()
      .update(reminderMessage)
      .set({ content: JSON.stringify({ title: "Late", until: Date.now() }), next_try_at: 0 })
      .where(eq(reminderMessage.user_id, actor.user_id));
    await runReminders();
    expect(handed()).toHaveLength(1);
    expect(await messages()).toMatchObject([{ content: null }]);
  });

  test.each([404, 410])("that its push service answers %i for is forgotten", async (status) => {
    setClock("2027-06-01T12:00:00-07:00");
    await turnOn();
    await updateReminders(actor, { push_digest_hour: 0 });
    await addFollowUp("Call Ada", "2027-03-01");
    service.answers.status = status;
    await runReminders();
    expect(await listDevices(actor)).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  test.each([302, 403, 429, 500])("is tried again after an answer of %i", async (status) => {
    setClock("2027-06-01T12:00:00-07:00");
    const { handed } = await turnOn();
    await updateReminders(actor, { push_digest_hour: 0 });
    await addFollowUp("Call Ada", "2027-03-01");
    service.answers.status = status;
    await runReminders();
    expect(await messages()).toMatchObject([{ tries: 1, next_try_at: Date.now() + 60_000 }]);
    service.answers.status = 201;
    setClock("2027-06-01T12:01:00-07:00");
    await runReminders();
    expect(handed()).toHaveLength(1);
  });

  test("is added once, whatever else it says of itself, and by its person alone", async () => {
    const { id, device } = await turnOn();
    const again = { ...device, name: "My phone" };
    expect(await addDevice(actor, again, {}, null)).toMatchObject({ id, name: "My phone" });
    const other = await newActor();
    expect(await addDevice(other, device, {}, null)).not.toMatchObject({ id });
    await expect(removeDevice(other, id, {})).rejects.toThrow(NotFound);
    expect(await listDevices(actor)).toHaveLength(1);
    await removeDevice(actor, id, {});
    expect(await listDevices(actor)).toEqual([]);
    expect(await listDevices(other)).toHaveLength(1);
  });

  test("is one of twenty at most", async () => {
    for (let n = 0; n < pushLimits.perPerson; n += 1) await turnOn();
    await expect(turnOn()).rejects.toThrow("You have 20 devices. Remove one");
    expect(await listDevices(actor)).toHaveLength(20);
  });

  test("ends with its session, and with the tokens", async () => {
    const open = async () => sessionIdOf(await openSession(actor.user_id, {}));
    const [here, there, gone] = [await open(), await open(), await open()];
    await turnOn(here);
    await turnOn(there);
    await turnOn(gone);
    await turnOn();
    await closeSession(gone, {});
    expect(await listDevices(actor)).toHaveLength(3);
    await closeOtherSessions(actor, here, {});
    expect(await listDevices(actor)).toHaveLength(2);
    expect(await deviceOfSession(actor, here)).not.toBeNull();
    await closeOtherSessions(actor, here, {}, { tokens: true });
    expect(await listDevices(actor)).toHaveLength(1);
    await getDb().delete(session).where(eq(session.user_id, actor.user_id));
    expect(await listDevices(actor)).toEqual([]);
  });

  test("keeps its endpoint and its keys sealed", async () => {
    const { id, device } = await turnOn();
    const [row] = await getDb().select().from(pushSubscription).where(eq(pushSubscription.id, id));
    const stored = JSON.stringify(row);
    for (const secret of [device.endpoint, device.keys.auth, device.keys.p256dh])
      expect(stored).not.toContain(secret);
    const [shown] = await listDevices(actor);
    expect(Object.keys(shown ?? {})).toEqual(["id", "name", "created_at", "last_sent_at"]);
  });
});

test.each([
  [{ endpoint: "https://127.0.0.1/x" }, "endpoint"],
  [{ endpoint: `https://push.example.org/${"x".repeat(1_024)}` }, "endpoint"],
  [{ endpoint: 7 }, "endpoint"],
  [{ keys: { p256dh: "BCVx", auth: "BTBZMqHH6r4Tts7J_aSIgg" } }, "keys"],
  [{ keys: { p256dh: "x".repeat(1e6), auth: "BTBZMqHH6r4Tts7J_aSIgg" } }, "keys"],
  [{ keys: null }, "keys"],
  [{ name: "x".repeat(65) }, "name"],
])("a subscription with %o is refused at its field", (wrong, field) => {
  const given = { ...service.device(), ...wrong };
  expect(() => parseInput(deviceInput(), given)).toThrow(
    expect.objectContaining({ fields: { [field]: expect.any(Array) } }),
  );
});

test("the keys are made once, by several at the same time, and are sealed", async () => {
  await getDb().delete(serverKey);
  const made = await Promise.all([vapidKeys(), vapidKeys(), vapidKeys()]);
  expect(new Set(made.map(({ privateKey }) => privateKey)).size).toBe(1);
  const [row] = await getDb().select().from(serverKey);
  expect(row?.sealed).not.toContain(made[0]?.privateKey);
  // Under another AUTH_SECRET they cannot be read, and what was subscribed with them is of no use.
  await turnOn();
  await getDb().run(
    sql`update ${serverKey} set sealed = 'v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'`,
  );
  const [anew] = await Promise.all([vapidKeys(), vapidKeys()]);
  expect(anew.privateKey).not.toBe(made[0]?.privateKey);
  expect(await listDevices(actor)).toEqual([]);
});

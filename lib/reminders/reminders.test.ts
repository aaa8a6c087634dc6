import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { followUp, interview } from "../../db/schema/people.ts";
import { reminderMessage } from "../../db/schema/reminders.ts";
import { type MailServer, startMailServer } from "../../scripts/mail-server.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, now, today } from "../dates.ts";
import { createPosting } from "../postings/commands.ts";
import { createSite } from "../sites/commands.ts";
import { savedStatus } from "../statuses/documented.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { answerToday } from "../today/commands.ts";
import { todayQueue } from "../today/queries.ts";
import { putDueDigests, putDueInterviews } from "./due.ts";
import { sendWaiting } from "./outbox.ts";
import { runReminders } from "./run.ts";
import { endReminder, getReminders, updateReminders } from "./settings.ts";
import { readUnsubscribeKey, unsubscribeKey } from "./unsubscribe-key.ts";

const scratch = mkdtempSync(join(tmpdir(), "foothold-reminders-"));
Object.assign(process.env, {
  MAIL_FROM: "Foothold <jobs@example.org>",
  PUBLIC_URL: "https://jobs.example.org",
});
let mails: MailServer;
beforeAll(async () => {
  mails = await startMailServer(join(scratch, "mails"));
  process.env.SMTP_URL = mails.url;
});
afterAll(async () => {
  await mails.stop();
  rmSync(scratch, { recursive: true, force: true });
});
freshDatabase();
afterEach(() => vi.useRealTimers());

const zone = "America/Los_Angeles";
let actor: Actor;
let address: string;
let posting: number;

beforeEach(async () => {
  actor = await newActor("browser", zone);
  address = `person${actor.user_id}@example.org`;
  const proved = { email: address, email_verified_at: now() };
  await getDb().update(user).set(proved).where(eq(user.id, actor.user_id));
  const site = await createSite(actor, { site_name: "Careers" });
  const made = await createPosting(actor, {
    job_site_id: site.id,
    company_name: "Fern & Field",
    posting_title: "Gardener",
    posting_status: savedStatus,
  });
  posting = made.id;
});

const received = () => mails.received().filter(({ to }) => to === address);

/** Sets the clock to a time of the person's day. */
function setClock(text: string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(text) });
}

async function addFollowUp(what: string, due_on = today(zone)): Promise<void> {
  const values = { user_id: actor.user_id, job_posting_id: posting, what, due_on };
  await getDb().insert(followUp).values(values);
}

async function addInterview(starts_at: string): Promise<number> {
  const values = {
    user_id: actor.user_id,
    job_posting_id: posting,
    kind: "Team Interview",
    starts_at,
  };
  const [row] = await getDb().insert(interview).values(values).returning({ id: interview.id });
  return row?.id ?? 0;
}

describe("the daily digest", () => {
  test("comes from the chosen hour on, once a day, with what is due", async () => {
    await updateReminders(actor, { digest_hour: 8 });
    setClock("2027-03-12T07:59:00-08:00");
    await addFollowUp("Call Ada");
    await addFollowUp("Write to Lee", addDays(today(zone), 1));
    await runReminders();
    expect(received()).toEqual([]);
    setClock("2027-03-12T11:20:00-08:00");
    await runReminders();
    await runReminders();
    const [mail, ...more] = received();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("One thing for today");
    expect(mail?.text).toContain("Call Ada: Due today. About Fern & Field.");
    expect(mail?.text).not.toContain("Lee");
    expect(mail?.text).toContain(`https://jobs.example.org/unsubscribe/digest-${actor.user_id}-`);
    expect(mail?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    setClock("2027-03-13T08:00:00-08:00");
    await runReminders();
    expect(received()).toHaveLength(2);
    expect(received()[1]?.subject).toBe("2 things for today");
  });

  test("says what Today says, in its order", async () => {
    await updateReminders(actor, { digest_hour: 8 });
    setClock("2027-05-04T09:00:00-07:00");
    await addFollowUp("Call Ada", "2027-05-03");
    await addInterview("2027-05-05T16:30:00.000000Z");
    const dropped = await addInterview("2027-05-04T17:30:00.000000Z");
    await answerToday(actor, { rule: "prepare", ids: [dropped], answer: "dismiss" });
    await createPosting(actor, {
      site_name: "Careers",
      company_name: "Silent Reed",
      applied_at: "2027-03-01T10:00:00.000000Z",
    });
    const { items } = await todayQueue(actor);
    expect(items.map(({ rule }) => rule)).toEqual(["prepare", "follow_up", "quiet"]);
    await runReminders();
    const [mail] = received();
    expect(mail?.subject).toBe("3 things for today");
    const lines = items.map(({ title, reason }) => `${title}: ${reason}`);
    expect(mail?.text.split(/\n+/).filter((line) => lines.includes(line))).toEqual(lines);
  });

  test("does not come where there is nothing, and is not asked for by everybody", async () => {
    await updateReminders(actor, { digest_hour: 8 });
    setClock("2027-04-01T09:00:00-07:00");
    await runReminders();
    await addFollowUp("Too late for today");
    await runReminders();
    expect(received()).toEqual([]);
    const other = await newActor("browser", zone);
    const proved = { email: "other@example.org", email_verified_at: now() };
    await getDb().update(user).set(proved).where(eq(user.id, other.user_id));
    await runReminders();
    expect(mails.received().filter(({ to }) => to === "other@example.org")).toEqual([]);
  });

  test("keeps its hour where clocks change, and is not sent twice in the hour that comes twice", async () => {
    await updateReminders(actor, { digest_hour: 1 });
    await addFollowUp("Call Ada", "2027-03-01");
    for (const [clock, count] of [
      ["2027-11-07T00:59:00-07:00", 0],
      ["2027-11-07T01:30:00-07:00", 1],
      ["2027-11-07T01:30:00-08:00", 1],
      ["2028-03-12T00:59:00-08:00", 1],
      ["2028-03-12T01:00:00-08:00", 2],
    ] as const) {
      setClock(clock);
      await runReminders();
      expect([clock, received().length]).toEqual([clock, count]);
    }
  });

  test("is sent once by four that run at the same time", async () => {
    await updateReminders(actor, { digest_hour: 0 });
    await addFollowUp("Call Ada");
    const one = async () => {
      await putDueDigests();
      await sendWaiting();
    };
    await Promise.all([one(), one(), one(), one()]);
    expect(received()).toHaveLength(1);
  });

  test("goes to no address that is not proved, and to nobody who may not sign in", async () => {
    await updateReminders(actor, { digest_hour: 0 });
    await addFollowUp("Call Ada");
    await putDueDigests();
    await getDb().update(user).set({ email_verified_at: null }).where(eq(user.id, actor.user_id));
    await sendWaiting();
    await runReminders();
    expect(received()).toEqual([]);
    expect(await getReminders(actor)).toMatchObject({
      available: false,
      reason: "Your e-mail address is not proved yet. Prove it in your profile.",
    });
  });
});

describe("the mail before an interview", () => {
  test("comes once, in time, with when and where, and again where the interview is moved", async () => {
    await updateReminders(actor, { interview_minutes: 60 });
    setClock("2027-05-04T08:00:00-07:00");
    const id = await addInterview("2027-05-04T16:30:00.000000Z");
    await putDueInterviews();
    await sendWaiting();
    expect(received()).toEqual([]);
    setClock("2027-05-04T08:45:00-07:00");
    await runReminders();
    await runReminders();
    expect(received().map(({ subject }) => subject)).toEqual([
      "Team interview, Fern & Field: Tuesday, 4 May, 09:30",
    ]);
    await getDb().run(
      sql`update interview set starts_at = '2027-05-04T16:40:00.000000Z' where id = ${id}`,
    );
    await runReminders();
    expect(received()).toHaveLength(2);
  });

  test("does not come for one that is cancelled, deleted, past, or without a time", async () => {
    await updateReminders(actor, { interview_minutes: 60 });
    setClock("2027-05-05T08:45:00-07:00");
    const cancelled = await addInterview("2027-05-05T16:00:00.000000Z");
    await getDb()
      .update(interview)
      .set({ outcome: "Cancelled" })
      .where(eq(interview.id, cancelled));
    const deleted = await addInterview("2027-05-05T16:01:00.000000Z");
    await getDb().update(interview).set({ deleted_at: now() }).where(eq(interview.id, deleted));
    await addInterview("2027-05-05T15:00:00.000000Z");
    await addInterview("2027-05-05T12:00:00.000000d");
    await runReminders();
    expect(received()).toEqual([]);
  });
});

describe("a mail", () => {
  test("whose server fails is tried again later and later, and given up in the end", async () => {
    await updateReminders(actor, { digest_hour: 0 });
    setClock("2027-06-01T12:00:00-07:00");
    await addFollowUp("Call Ada");
    await putDueDigests();
    const waiting = () =>
      getDb().select().from(reminderMessage).where(eq(reminderMessage.user_id, actor.user_id));
    await mails.stop();
    const waits: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await sendWaiting();
      const [row] = await waiting();
      if (row?.content) waits.push((row.next_try_at - Date.now()) / 60_000);
      setClock(new Date(row?.next_try_at ?? 0).toISOString());
    }
    expect(waits).toEqual([1, 5, 30, 120, 360]);
    expect(await waiting()).toMatchObject([{ content: null, sent_at: null, tries: 6 }]);
  });

  test("that a killed process was about to send is sent by another, after its lease", async () => {
    mails = await startMailServer(join(scratch, "second"));
    vi.resetModules();
    process.env.SMTP_URL = mails.url;
    await updateReminders(actor, { digest_hour: 0 });
    setClock("2027-06-02T12:00:00-07:00");
    await addFollowUp("Call Ada");
    await putDueDigests();
    // As the lease of a process leaves it.
    const leased = { tries: 1, next_try_at: Date.now() + 300_000 };
    await getDb()
      .update(reminderMessage)
      .set(leased)
      .where(eq(reminderMessage.user_id, actor.user_id));
    const fresh = await import("./outbox.ts");
    await fresh.sendWaiting();
    expect(received()).toEqual([]);
    setClock("2027-06-02T12:06:00-07:00");
    await fresh.sendWaiting();
    expect(received()).toHaveLength(1);
    const [row] = await getDb()
      .select()
      .from(reminderMessage)
      .where(eq(reminderMessage.user_id, actor.user_id));
    expect(row).toMatchObject({ content: null, tries: 2 });
  });

  test("says how to end its kind, in one click", async () => {
    const key = unsubscribeKey(actor.user_id, "digest");
    expect(readUnsubscribeKey(key)).toEqual({ userId: actor.user_id, kind: "digest" });
    for (const other of [
      `${key}x`,
      key.replace("digest", "interview"),
      key.replace(/\d+/, "9999"),
      "",
      "x".repeat(500),
    ])
      expect(readUnsubscribeKey(other)).toBeNull();
    await updateReminders(actor, { digest_hour: 8, interview_minutes: 60 });
    await endReminder(actor.user_id, "digest");
    expect(await getReminders(actor)).toMatchObject({ digest_hour: null, interview_minutes: 60 });
  });
});

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { getDb } from "../../db/client.ts";
import { toStored } from "../dates.ts";
import { env } from "../env.ts";
import { sendsMail } from "../mail/sends-mail.ts";
import { valueWords } from "../records/value-words.ts";
import { digestItems } from "./digest.ts";
import { type DigestItem, digestLetter, interviewLetter } from "./letters.ts";
import { digestNotification, interviewNotification } from "./notifications.ts";
import { isMade, putMessage } from "./outbox.ts";

/** Whom a reminder goes to: a person's address, or one of their devices. */
type Recipient = { user_id: number; device_id: number | null };

/** The recipients of a kind of reminder, with what was chosen for it: an hour, or minutes before. */
const recipients = (byMail: SQL, byPush: SQL) => sql`
  select s.user_id, null as device_id, ${byMail} as chosen
  from reminder_setting s join user u on u.id = s.user_id
  where ${byMail} is not null and u.is_active and u.email_verified_at is not null
    and ${sendsMail() ? 1 : 0}
  union all
  select s.user_id, d.id, ${byPush}
  from reminder_setting s join user u on u.id = s.user_id
  join push_subscription d on d.user_id = s.user_id
  where ${byPush} is not null and u.is_active`;

type Digest = Recipient & { chosen: number; time_zone: string | null; greeting: string };

/**
 * Puts the digests that are due into the outbox: from the person's hour on, once on each day of theirs, so that an hour
 * that was missed is made up for.
 */
export async function putDueDigests(): Promise<void> {
  const people = await getDb().all<Digest>(sql`
    select r.user_id, r.device_id, r.chosen, u.time_zone, u.user_greeting as greeting
    from (${recipients(sql`s.digest_hour`, sql`s.push_digest_hour`)}) r
    join user u on u.id = r.user_id`);
  const queues = new Map<number, Promise<DigestItem[]>>();
  for (const { user_id, device_id, chosen, time_zone, greeting } of people) {
    const local = DateTime.now().setZone(time_zone ?? env().TIME_ZONE);
    if (local.hour < chosen) continue;
    const occasion = `digest ${local.toISODate()}`;
    if (await isMade(user_id, occasion, device_id)) continue;
    const queue = queues.get(user_id) ?? digestItems(user_id);
    queues.set(user_id, queue);
    const items = await queue;
    const content =
      device_id === null
        ? digestLetter(items, greeting)
        : digestNotification(items, local.endOf("day").toMillis());
    await putMessage(user_id, occasion, items.length > 0 ? content : null, device_id);
  }
}

type Coming = Recipient & {
  own_zone: string | null;
  id: number;
  kind: string;
  starts_at: string;
  time_zone: string | null;
  place: string;
  url: string;
  company: string;
  title: string;
  path: string;
};

/** Puts the reminders before interviews that are due into the outbox: once for each interview and start. */
export async function putDueInterviews(): Promise<void> {
  const time = Date.now();
  const coming = await getDb().all<Coming>(sql`
    select r.user_id, r.device_id, u.time_zone as own_zone, i.id, i.kind, i.starts_at, i.time_zone,
      i.place, i.url,
      coalesce(p.company_name, o.recruiter_company, '') as company,
      coalesce(p.posting_title, o.job_title, '') as title,
      case when i.job_posting_id is null then '/opportunities/' || i.email_opportunity_id
        else '/postings/' || i.job_posting_id end as path
    from (${recipients(sql`s.interview_minutes`, sql`s.push_interview_minutes`)}) r
    join user u on u.id = r.user_id
    join interview i on i.user_id = r.user_id and i.deleted_at is null and i.outcome <> 'Cancelled'
      and i.starts_at > ${toStored(time)} and substr(i.starts_at, 27) = 'Z'
      and unixepoch(substr(i.starts_at, 1, 19)) <= ${time / 1_000} + r.chosen * 60
    left join job_posting p on p.id = i.job_posting_id
    left join email_opportunity o on o.id = i.email_opportunity_id
    where not exists (select 1 from reminder_message m where m.user_id = r.user_id
      and m.occasion = 'interview ' || i.id || ' ' || i.starts_at
      and m.push_subscription_id is r.device_id)`);
  for (const each of coming) {
    const { user_id, device_id, own_zone, id, kind, starts_at, time_zone, place, url } = each;
    const at = DateTime.fromISO(starts_at, { zone: time_zone ?? own_zone ?? env().TIME_ZONE });
    const interview = {
      ...each,
      what: valueWords(kind) || "Interview",
      when: at.toFormat("cccc, d LLLL, HH:mm"),
      zone: at.toFormat("ZZZZ"),
      place: [place, url].filter(Boolean).join(", "),
    };
    const content =
      device_id === null
        ? interviewLetter(interview)
        : interviewNotification(interview, id, at.toMillis());
    await putMessage(user_id, `interview ${id} ${starts_at}`, content, device_id);
  }
}

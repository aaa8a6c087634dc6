import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { reminderSetting } from "../../db/schema/reminders.ts";
import { toStored } from "../dates.ts";
import { env } from "../env.ts";
import { valueWords } from "../records/value-words.ts";
import { digestItems } from "./digest.ts";
import { digestLetter, interviewLetter } from "./letters.ts";
import { putMail } from "./outbox.ts";

type Person = {
  user_id: number;
  time_zone: string | null;
  greeting: string;
  digest_hour: number | null;
};

/**
 * Puts the digests that are due into the outbox: from the person's hour on, once on each day of theirs, so that an hour
 * that was missed is made up for.
 */
export async function putDueDigests(): Promise<void> {
  const people: Person[] = await getDb()
    .select({
      user_id: user.id,
      time_zone: user.time_zone,
      greeting: user.user_greeting,
      digest_hour: reminderSetting.digest_hour,
    })
    .from(reminderSetting)
    .innerJoin(user, eq(user.id, reminderSetting.user_id))
    .where(
      and(
        isNotNull(reminderSetting.digest_hour),
        isNotNull(user.email_verified_at),
        eq(user.is_active, true),
      ),
    );
  for (const { user_id, time_zone, greeting, digest_hour } of people) {
    const zone = time_zone ?? env().TIME_ZONE;
    const local = DateTime.now().setZone(zone);
    if (local.hour < (digest_hour ?? 24)) continue;
    const occasion = `digest ${local.toISODate()}`;
    if (await isMade(user_id, occasion)) continue;
    const items = await digestItems(user_id);
    await putMail(user_id, occasion, items.length > 0 ? digestLetter(items, greeting) : null);
  }
}

async function isMade(userId: number, occasion: string): Promise<boolean> {
  const [row] = await getDb().all(
    sql`select 1 from reminder_mail where user_id = ${userId} and occasion = ${occasion}`,
  );
  return row !== undefined;
}

type Coming = {
  user_id: number;
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

/** Puts the mails before interviews that are due into the outbox: once for each interview and start. */
export async function putDueInterviews(): Promise<void> {
  const time = Date.now();
  const coming = await getDb().all<Coming>(sql`
    select s.user_id, u.time_zone as own_zone, i.id, i.kind, i.starts_at, i.time_zone, i.place, i.url,
      coalesce(p.company_name, o.recruiter_company, '') as company,
      coalesce(p.posting_title, o.job_title, '') as title,
      case when i.job_posting_id is null then '/opportunities/' || i.email_opportunity_id
        else '/postings/' || i.job_posting_id end as path
    from reminder_setting s
    join user u on u.id = s.user_id and u.is_active and u.email_verified_at is not null
    join interview i on i.user_id = s.user_id and i.deleted_at is null and i.outcome <> 'Cancelled'
      and i.starts_at > ${toStored(time)} and substr(i.starts_at, 27) = 'Z'
      and unixepoch(substr(i.starts_at, 1, 19)) <= ${time / 1_000} + s.interview_minutes * 60
    left join job_posting p on p.id = i.job_posting_id
    left join email_opportunity o on o.id = i.email_opportunity_id
    where s.interview_minutes is not null and not exists (select 1 from reminder_mail m
      where m.user_id = s.user_id and m.occasion = 'interview ' || i.id || ' ' || i.starts_at)`);
  for (const each of coming) {
    const { user_id, own_zone, id, kind, starts_at, time_zone, place, url } = each;
    const at = DateTime.fromISO(starts_at, { zone: time_zone ?? own_zone ?? env().TIME_ZONE });
    const letter = interviewLetter({
      ...each,
      what: valueWords(kind) || "Interview",
      when: at.toFormat("cccc, d LLLL, HH:mm"),
      zone: at.toFormat("ZZZZ"),
      place: [place, url].filter(Boolean).join(", "),
    });
    await putMail(user_id, `interview ${id} ${starts_at}`, letter);
  }
}

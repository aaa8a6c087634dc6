import { sql } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { contact } from "../db/schema/people.ts";
import { dayMs, toStored } from "../lib/dates.ts";
import * as texts from "./demo-texts.ts";

/** Adds the people of a made-up hunt: the recruiters of its opportunities, and whom its postings are talked about with. */
export async function addDemoPeople(userId: number): Promise<void> {
  const db = getDb();
  const daysAgo = (days: number) => toStored(Date.now() - days * dayMs);
  const address = (name: string, company: string) =>
    `${name.split(" ")[0]}@${company.replace(/[^a-z]+/gi, "")}.example`.toLowerCase();
  await db.insert(contact).values(
    texts.recruiters.map(([name, company], at) => ({
      user_id: userId,
      name,
      company,
      kind: at % 3 === 0 ? "Recruiter, in-house" : "Recruiter, agency",
      role: "Senior consultant",
      email: address(name, company),
      phone: `+49 30 5550 1${40 + at}`,
      notes: at === 0 ? "<p>Says the pay on the first call. Prefers a call before nine.</p>" : "",
      last_contacted_at: daysAgo(2 + at * 5),
    })),
  );
  await db.run(sql`insert into contact_link (user_id, contact_id, email_opportunity_id, is_documented)
    select o.user_id, c.id, o.id, 1 from email_opportunity o join contact c on c.user_id = o.user_id
      and c.name = o.recruiter_name and c.company = o.recruiter_company where o.user_id = ${userId} on conflict do nothing`);
  const talkedAbout = await db.all<{ id: number; company_name: string }>(sql`
    select id, company_name from job_posting where user_id = ${userId}
      and (posting_status like '1 -%' or posting_status like '0.5 -%') order by id desc limit 4`);
  for (const [at, { id, company_name }] of talkedAbout.entries()) {
    const [name, role] = texts.managers[at % texts.managers.length] ?? ["", ""];
    const [made] = await db
      .insert(contact)
      .values({
        user_id: userId,
        name,
        company: company_name,
        kind: "Hiring manager",
        role,
        email: address(name, company_name),
        last_contacted_at: daysAgo(3 + at * 4),
      })
      .returning({ id: contact.id });
    await db.run(sql`insert into contact_link (user_id, contact_id, job_posting_id)
      values (${userId}, ${made?.id}, ${id})`);
  }
}

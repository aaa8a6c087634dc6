import { getDb } from "../db/client.ts";
import { emailOpportunity, event, jobPosting, jobSite } from "../db/schema/tracker.ts";
import { dayMs, toStored } from "../lib/dates.ts";
import { appliedThrough, employmentTypes, locationTypes } from "../lib/postings/values.ts";
import { type PostingStatus, stages } from "../lib/statuses/documented.ts";
import { opportunityStatuses } from "../lib/statuses/documented-opportunity.ts";
import { addDemoDays } from "./demo-days.ts";
import { addDemoPeople } from "./demo-people.ts";
import { addDemoTags } from "./demo-tags.ts";
import * as texts from "./demo-texts.ts";
import { random as seeded } from "./random.ts";

type Event = typeof event.$inferInsert;
type Outcome = { status: PostingStatus; stage: number; weight: number };

const outcomes: Outcome[] = [
  { status: "4 - No Response", stage: 0, weight: 92 },
  { status: "3 - Rejected", stage: 0, weight: 38 },
  { status: "3 - Rejected", stage: 1, weight: 9 },
  { status: "2.5 - Post Interview Declined", stage: 3, weight: 5 },
  { status: "2.4 - Post Interview Silence", stage: 2, weight: 6 },
  { status: "3.5 - Withdrawn", stage: 1, weight: 4 },
  { status: "2 - Awaiting Feedback", stage: 2, weight: 7 },
  { status: "1 - Actively Engaged", stage: 4, weight: 5 },
  { status: "0.5 - Offer", stage: 6, weight: 1 },
  { status: "5 - Saved", stage: -1, weight: 13 },
];

/**
 * Fills an account with a plausible job hunt up to today: 6 sites, postings of the last five months and
 * 25 opportunities, with their events, comments and people.
 */
export async function fillDemoHunt(userId: number, postings = 180): Promise<void> {
  const db = getDb();
  const random = seeded(20_241);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const ago = (days: number) =>
    toStored(Date.now() - days * dayMs - Math.floor(random() * 7 * 3_600_000));
  const comment = (at: string, type: string) => ({
    id: crypto.randomUUID(),
    commented_at: at,
    comment_type: type,
    comment_content: `<p>${pick(texts.notes)}</p>`,
  });

  const sites = await db
    .insert(jobSite)
    .values(
      texts.sites.map((site, i) => ({
        ...site,
        user_id: userId,
        resume_format: "Both",
        last_visited_at: ago(i * 2),
        created_at: ago(150),
      })),
    )
    .returning({ id: jobSite.id });

  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  const draw = (): Outcome => {
    let left = random() * total;
    for (const outcome of outcomes) {
      left -= outcome.weight;
      if (left < 0) return outcome;
    }
    return outcomes[0] as Outcome;
  };

  for (let i = 0; i < postings; i += 1) {
    const { status, stage } = draw();
    const open =
      status.startsWith("1 ") || status.startsWith("2 ") || status.startsWith("0.5") || stage < 0;
    // More of them in recent weeks; open ones are recent.
    const days = open ? 2 + random() * 32 : 3 + 147 * random() ** 1.2;
    const applied = stage < 0 ? null : ago(days);
    const answered = toStored(Date.now() - (days - Math.min(days - 1, 3 + random() * 12)) * dayMs);
    // Most talks are over and thanked for.
    const talked = Math.min(days, Math.max(2.2 + (i % 4) * 0.6, days - 8 - random() * 20));
    const later = toStored(Date.now() - talked * dayMs);
    const company = pick(texts.companies);
    const title = pick(texts.titles);
    const location = pick(locationTypes);
    const rejected = status === "3 - Rejected" || status.startsWith("2.5") ? later : null;
    const [row] = await db
      .insert(jobPosting)
      .values({
        user_id: userId,
        job_site_id: pick(sites).id,
        company_name: company,
        posting_title: title,
        posting_status: status,
        posting_url_full: `https://${company.toLowerCase().replace(/[^a-z]+/g, "-")}.example/jobs/${1000 + i}`,
        posting_url_domain: pick(appliedThrough.slice(0, 8)),
        pay_range: pick(texts.pay),
        location_type: location,
        location_city: location === "Remote" ? "" : pick(texts.cities),
        employment_type: random() < 0.85 ? "Full-time" : pick(employmentTypes),
        applied_at: applied,
        interviewed_at: stage >= 2 ? later : null,
        rejected_at: rejected,
        rejected_after_stage:
          stage > 0 ? (stages[stage] ?? "") : stage === 0 && rejected ? stages[0] : "",
        outreach_info: random() < 0.15 ? pick(texts.recruiters)[0] : "",
        time_spent: Math.round(10 + random() * 50),
        technology_string: pick(texts.technology),
        job_description: texts.description(company, title),
        comments:
          stage > 0
            ? [
                comment(answered, "Phone Call Notes"),
                ...(stage > 2 ? [comment(later, "Interview Notes")] : []),
              ]
            : [],
        created_at: applied ?? ago(days),
      })
      .returning({ id: jobPosting.id, created_at: jobPosting.created_at });
    if (!row) throw new Error("a demo posting was not written");
    const log = (
      kind: Event["kind"],
      at: string,
      to: string | null = null,
      from: string | null = null,
    ): Event => ({
      user_id: userId,
      job_posting_id: row.id,
      kind,
      occurred_at: at,
      to_value: to,
      from_value: from,
      via: "browser",
    });
    const events: Event[] = [log("created", row.created_at, applied ? "4 - No Response" : status)];
    if (applied) events.push(log("applied", applied));
    if (stage > 0)
      events.push(
        log("status", answered, "2 - Awaiting Feedback", "4 - No Response"),
        log("stage", answered, stages[1]),
      );
    if (stage > 1) events.push(log("stage", later, stages[stage]), log("interview", later));
    if (rejected) events.push(log("rejected", rejected));
    if (applied && status !== "4 - No Response" && status !== "2 - Awaiting Feedback") {
      events.push(
        log("status", later, status, stage > 0 ? "2 - Awaiting Feedback" : "4 - No Response"),
      );
    }
    await db.insert(event).values(events);
  }

  for (let i = 0; i < 25; i += 1) {
    const [recruiter_name, recruiter_company] = pick(texts.recruiters);
    const received = ago(1 + random() * 140);
    const status = pick(opportunityStatuses);
    const [row] = await db
      .insert(emailOpportunity)
      .values({
        user_id: userId,
        job_title: pick(texts.titles),
        opportunity_status: status,
        recruiter_name,
        recruiter_company,
        email_received_at: received,
        employment_type: random() < 0.6 ? "Contract" : "Full-time",
        job_duration: random() < 0.6 ? "6 months" : "",
        location_type: pick(locationTypes),
        location_city: pick(texts.cities),
        comments: random() < 0.5 ? [comment(received, "Recruiter emailed Me")] : [],
        job_description:
          "<p>A client of ours is growing its platform team and asked for someone like you.</p>",
        created_at: received,
      })
      .returning({ id: emailOpportunity.id });
    if (row) {
      await db.insert(event).values({
        user_id: userId,
        email_opportunity_id: row.id,
        kind: "created",
        occurred_at: received,
        to_value: status,
        via: "browser",
      });
    }
  }
  await addDemoPeople(userId);
  await addDemoTags(userId);
  await addDemoDays(userId);
}

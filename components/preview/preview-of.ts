import { opportunityTitle, recruiterLabel } from "@/components/opportunities/opportunity-labels.ts";
import { placeLabel, postingTitle } from "@/components/postings/posting-labels.ts";
import { nextStepText } from "@/components/records/next-step-text.ts";
import { formatRelative } from "@/components/ui/format.ts";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { formatMoment } from "@/lib/dates.ts";
import { dayValue } from "@/lib/day-value.ts";
import type { LoggedName } from "@/lib/kinds.ts";
import { getOpportunity } from "@/lib/opportunities/queries.ts";
import { getPosting } from "@/lib/postings/queries.ts";
import { plainText } from "@/lib/rich-text-words.ts";
import { getSite } from "@/lib/sites/queries.ts";
import { isFresh } from "@/lib/statuses/documented.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { nextSteps } from "@/lib/today/next-steps.ts";
import type { Preview } from "./preview.ts";

type Row = { id: number; status: string; deadline: string | null };

const maxText = 1_500;
/** What of a text is read: markup and all. */
const maxRead = 20_000;

type Facts = (readonly [name: string, value: Preview["facts"][number][1] | null])[];

/** What is shown of the actor's posting or opportunity beside a list. Throws `NotFound` or `Forbidden`. */
export function previewOf(actor: Actor, list: string, id: number): Promise<Preview> {
  return list === "postings" ? postingPreview(actor, id) : opportunityPreview(actor, id);
}

async function postingPreview(actor: Actor, id: number): Promise<Preview> {
  const posting = await getPosting(actor, id);
  const [site, step, words] = await Promise.all([
    getSite(actor, posting.job_site_id),
    stepOf(actor, "job_posting", { ...posting, status: posting.posting_status }),
    statusesOf(actor),
  ]);
  const { company_name, posting_title, pay_range } = posting;
  const day = dayIn(actor);
  return preview(posting.job_description, {
    title: postingTitle(posting),
    lead: [company_name && posting_title, placeLabel(posting), pay_range]
      .filter(Boolean)
      .join(" · "),
    status: words.posting.words(posting.posting_status, isFresh(posting.applied_at)),
    facts: [
      ["Next step", step],
      [
        "Stage",
        posting.rejected_after_stage && words.stage.words(posting.rejected_after_stage).label,
      ],
      ["Applied", day(posting.applied_at)],
      ["Interview", day(posting.interviewed_at)],
      ["Closes", day(posting.deadline && dayValue(posting.deadline))],
      ["Site", site.site_name],
      ["Employment", posting.employment_type],
      ["Contact person", posting.contact_person],
    ],
  });
}

async function opportunityPreview(actor: Actor, id: number): Promise<Preview> {
  const row = await getOpportunity(actor, id);
  const day = dayIn(actor);
  return preview(row.job_description ?? "", {
    title: opportunityTitle(row),
    lead: [recruiterLabel(row), placeLabel(row)].filter(Boolean).join(" · "),
    status: (await statusesOf(actor)).opportunity.words(row.opportunity_status),
    facts: [
      [
        "Next step",
        await stepOf(actor, "email_opportunity", { ...row, status: row.opportunity_status }),
      ],
      ["Received", day(row.email_received_at)],
      ["Answer by", day(row.deadline && dayValue(row.deadline))],
      ["Hiring company", row.hiring_company],
      ["Employment", row.employment_type],
      ["Duration", row.job_duration],
    ],
  });
}

function preview(
  text: string,
  { facts, ...rest }: Omit<Preview, "facts" | "text" | "isCut"> & { facts: Facts },
): Preview {
  const words = plainText(text.slice(0, maxRead));
  return {
    ...rest,
    facts: facts.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
    text: words.slice(0, maxText),
    isCut: words.length > maxText || text.length > maxRead,
  };
}

const dayIn =
  ({ time_zone }: Actor) =>
  (stored: string | null) => {
    const iso = stored && formatMoment(stored, time_zone);
    return iso ? ([iso, formatRelative(iso)] as const) : null;
  };

async function stepOf(actor: Actor, kind: LoggedName, row: Row): Promise<string> {
  const step = (await nextSteps(actor, kind, [{ ...row, waiting: null }])).get(row.id);
  return step ? nextStepText(step) : "";
}

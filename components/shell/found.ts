import type { find } from "@/lib/find/queries.ts";
import type { FoundGroup } from "./palette-items.ts";

type Found = Awaited<ReturnType<typeof find>>;

/** What was found, as the palette's links. */
export function foundGroups({ postings, sites, opportunities }: Found): FoundGroup[] {
  return [
    {
      title: "Posting",
      items: postings.map(({ id, company_name, posting_title }) => ({
        href: `/postings/${id}`,
        label: company_name || posting_title || "Untitled posting",
        note: company_name ? posting_title : undefined,
      })),
    },
    {
      title: "Site",
      items: sites.map(({ id, site_name }) => ({ href: `/sites/${id}`, label: site_name })),
    },
    {
      title: "Opportunity",
      items: opportunities.map(({ id, job_title, recruiter_name }) => ({
        href: `/opportunities/${id}`,
        label: job_title || "Untitled opportunity",
        note: recruiter_name,
      })),
    },
  ];
}

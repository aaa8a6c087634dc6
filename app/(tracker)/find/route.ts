import { currentActor } from "@/lib/auth/current.ts";
import { find } from "@/lib/find/queries.ts";

/** What the palette shows for the words typed so far, as links. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ groups: [] }, { status: 401 });
  const words = new URL(request.url).searchParams.get("q") ?? "";
  const { postings, sites, opportunities } = await find(actor, words.slice(0, 200));
  const groups = [
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
        label: job_title,
        note: recruiter_name,
      })),
    },
  ];
  return Response.json({ groups }, { headers: { "cache-control": "private, no-store" } });
}

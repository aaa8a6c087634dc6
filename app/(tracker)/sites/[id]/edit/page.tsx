import type { Metadata } from "next";
import { SiteForm } from "@/components/sites/site-form.tsx";
import { rowReader } from "@/lib/route-params.ts";
import { getSite } from "@/lib/sites/queries.ts";

export const metadata: Metadata = { title: "Edit a site" };

const read = rowReader(getSite);

export default async function EditSitePage({ params }: PageProps<"/sites/[id]/edit">) {
  const [actor, site] = await read((await params).id);
  return <SiteForm site={site} zone={actor.time_zone} />;
}

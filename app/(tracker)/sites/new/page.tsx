import type { Metadata } from "next";
import { SiteForm } from "@/components/sites/site-form.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { addSite } from "@/lib/sites/actions.ts";
import { blankSiteInitial } from "@/lib/sites/schema.ts";

export const metadata: Metadata = { title: "Add a site" };

export default async function NewSitePage() {
  const { time_zone } = await requireActor();
  return (
    <>
      <PageHeader title="Add a site" breadcrumbs={[{ label: "Sites", href: "/sites" }]} />
      <SiteForm
        formKey="site-new"
        action={addSite}
        submit="Add site"
        back="/sites"
        fields={blankSiteInitial(time_zone)}
        now={datetimeLocalValue(now(), time_zone)}
      />
    </>
  );
}

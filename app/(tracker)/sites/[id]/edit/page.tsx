import type { Metadata } from "next";
import { SiteForm } from "@/components/sites/site-form.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { initialValues, storedValues } from "@/lib/records/derive.ts";
import { orNotFound, rowId } from "@/lib/route-params.ts";
import { editSite } from "@/lib/sites/actions.ts";
import { siteFields } from "@/lib/sites/fields.ts";
import { getSite } from "@/lib/sites/queries.ts";

export const metadata: Metadata = { title: "Edit a site" };

export default async function EditSitePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const site = await orNotFound(getSite(actor, rowId((await params).id)));
  const name = site.site_name || "Unnamed site";
  const here = `/sites/${site.id}`;
  return (
    <>
      <PageHeader
        title={`Edit ${name}`}
        breadcrumbs={[
          { label: "Sites", href: "/sites" },
          { label: name, href: here },
        ]}
      />
      <SiteForm
        formKey={`site-${site.id}`}
        action={editSite.bind(null, site.id)}
        submit="Save"
        back={here}
        fields={initialValues(siteFields, site, actor.time_zone)}
        marks={initialHashes(storedValues(siteFields, site, actor.time_zone))}
        hasPassword={Boolean(site.site_password)}
        now={datetimeLocalValue(now(), actor.time_zone)}
      />
    </>
  );
}

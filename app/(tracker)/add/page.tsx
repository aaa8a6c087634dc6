import type { Metadata } from "next";
import { AddBox } from "@/components/capture/add-box.tsx";
import { Link } from "@/components/ui/link.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { maxSiteName } from "@/lib/capture/read-answer.ts";
import { today } from "@/lib/dates.ts";
import { postingLimits } from "@/lib/postings/fields.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import "./add.css";
import "./already-there.css";
import "./found-list.css";
import "./posting-text.css";
import "./read-row.css";

export const metadata: Metadata = { title: "Add a posting" };

const limits = { ...postingLimits, site_name: maxSiteName };

const textOf = (value: string | string[] | undefined) =>
  typeof value === "string" ? value.trim() : "";

/** What a share sheet sends as one text: Android puts the address into `text`. */
function broughtOf({ url, title, text }: Record<string, string | string[] | undefined>): string {
  const [address, words] = [textOf(url), textOf(text)];
  if (address) return address;
  if (words) return words;
  return textOf(title);
}

export default async function AddPage({ searchParams }: PageProps<"/add">) {
  const actor = await requireActor();
  const [asked, sites] = await Promise.all([searchParams, siteNames(actor)]);
  const site = sites.find(({ id }) => String(id) === asked.site);
  const company = textOf(asked.company).slice(0, postingLimits.company_name);
  return (
    <>
      <PageHeader
        title="Add a posting"
        breadcrumbs={
          site && [
            { label: "Sites", href: "/sites" },
            { label: site.site_name || "Site", href: `/sites/${site.id}` },
            { label: "Add" },
          ]
        }
      />
      <AddBox
        brought={broughtOf(asked)}
        begun={company && `${company}, `}
        site={site}
        sites={sites.map(({ site_name }) => site_name).filter(Boolean)}
        today={today(actor.time_zone)}
        limits={limits}
      >
        <ul className="add-hints" aria-label="Quicker still">
          <li>
            <b>From your browser</b> A{" "}
            <Link href="/settings/browser" className="link">
              bookmark or the extension
            </Link>{" "}
            reads the page that you are on.
          </li>
          <li>
            <b>From your phone</b> Install Foothold, then share a posting to it.
          </li>
          <li>
            <b>From a spreadsheet</b> Bring all that you have{" "}
            <Link href="/import" className="link">
              in one go
            </Link>
            .
          </li>
        </ul>
      </AddBox>
    </>
  );
}

import { editAddress } from "@/components/forms/field-id.ts";
import { DetailsCard } from "@/components/ui/card.tsx";
import { SecretReveal } from "@/components/ui/secret-reveal.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { revealSitePassword } from "@/lib/sites/actions.ts";
import type { siteFields } from "@/lib/sites/fields.ts";
import { siteKind } from "@/lib/sites/kind.ts";
import type { SiteRow } from "@/lib/sites/queries.ts";
import { SiteCadence } from "../follow-ups/site-cadence.tsx";
import { Rating } from "./rating.tsx";
import { SiteLink } from "./site-link.tsx";

type Props = {
  site: SiteRow;
  /** after how many days it is looked at again, or null */
  every: number | null;
  zone: string;
};

/** What is kept about a site, but its notes. */
export function SiteDetails({ site, every, zone }: Props) {
  const at = (value: string) => formatMoment(value, zone);
  const edit = (field: keyof typeof siteFields) => editAddress(siteKind, site.id, field);
  return (
    <DetailsCard
      items={[
        ["Rating", <Rating key="rating" value={site.rating} />, edit("rating")],
        [
          "Address",
          site.site_url && <SiteLink key="address" id={site.id} url={site.site_url} />,
          edit("site_url"),
        ],
        [
          "Last visit",
          <DateText key="visit" iso={at(site.last_visited_at)} />,
          edit("last_visited_at"),
        ],
        ["Look again", <SiteCadence key="again" id={site.id} every={every} />],
        [
          "Password",
          site.site_password && (
            <SecretReveal key={site.updated_at} reveal={revealSitePassword.bind(null, site.id)} />
          ),
        ],
        ["Résumé format", valueWords(site.resume_format), edit("resume_format")],
        [
          "Résumé updated",
          <DateText key="resume" iso={at(site.resume_updated_at)} />,
          edit("resume_updated_at"),
        ],
        ["GitHub", site.github_field ? "Asked for" : "Not asked for", edit("github_field")],
        [
          "Project site",
          site.project_site_field ? "Asked for" : "Not asked for",
          edit("project_site_field"),
        ],
      ]}
    />
  );
}

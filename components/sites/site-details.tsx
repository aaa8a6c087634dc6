import { DetailsCard } from "@/components/ui/card.tsx";
import { SecretReveal } from "@/components/ui/secret-reveal.tsx";
import { DateText, RelativeTime } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import { revealSitePassword } from "@/lib/sites/actions.ts";
import type { SiteRow } from "@/lib/sites/queries.ts";
import { Rating } from "./rating.tsx";
import { SiteLink } from "./site-link.tsx";

/** What is kept about a site, but its notes. */
export function SiteDetails({ site, zone }: { site: SiteRow; zone: string }) {
  const at = (value: string) => formatInstant(value, zone);
  return (
    <DetailsCard
      items={[
        ["Rating", <Rating key="rating" value={site.rating} />],
        ["Address", site.site_url && <SiteLink key="address" id={site.id} url={site.site_url} />],
        ["Last visit", <RelativeTime key="visit" iso={at(site.last_visited_at)} />],
        [
          "Password",
          site.site_password && (
            <SecretReveal key={site.updated_at} reveal={revealSitePassword.bind(null, site.id)} />
          ),
        ],
        ["Résumé format", site.resume_format],
        ["Résumé updated", <DateText key="resume" iso={at(site.resume_updated_at)} />],
        ["GitHub", site.github_field ? "Asked for" : "Not asked for"],
        ["Project site", site.project_site_field ? "Asked for" : "Not asked for"],
      ]}
    />
  );
}

import { DetailsCard } from "@/components/ui/description-list.tsx";
import { SecretReveal } from "@/components/ui/secret-reveal.tsx";
import { DateText, RelativeTime } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import { revealSitePassword } from "@/lib/sites/actions.ts";
import type { SiteRow } from "@/lib/sites/queries.ts";
import { toWebUrl } from "@/lib/urls.ts";
import { Rating } from "./rating.tsx";
import { VisitLink } from "./visit-link.tsx";

/** What is kept about a site, but its notes. */
export function SiteDetails({ site, zone }: { site: SiteRow; zone: string }) {
  const href = toWebUrl(site.site_url);
  const at = (value: string) => formatInstant(value, zone);
  return (
    <DetailsCard
      items={[
        ["Rating", <Rating key="rating" value={site.rating} />],
        [
          "Address",
          href ? (
            <VisitLink key="address" id={site.id} href={href} className="site-link">
              {shortAddress(href)}
            </VisitLink>
          ) : (
            site.site_url
          ),
        ],
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

const shortAddress = (href: string) => href.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");

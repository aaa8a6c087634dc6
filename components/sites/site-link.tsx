"use client";

import { noteVisit } from "@/lib/sites/actions.ts";
import { toWebUrl } from "@/lib/urls.ts";
import { Icon } from "../ui/icon.tsx";
import { externalLinkIcon } from "../ui/icons.ts";

type Props = {
  id: number;
  /** as it is stored; shown as it is where it is no address of the web */
  url: string;
  /** shows the host alone */
  brief?: boolean;
};

/** The way out to a site, in a new tab; going there counts as a visit. */
export function SiteLink({ id, url, brief }: Props) {
  const href = toWebUrl(url);
  if (!href) return url;
  const visited = () => {
    // A visit that is not recorded is no error to show: the link works without it.
    noteVisit(id).catch(() => {});
  };
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="site-link"
      title={href}
      onClick={visited}
      onAuxClick={(event) => event.button === 1 && visited()}
    >
      {brief ? URL.parse(href)?.host.replace(/^www\./, "") : withoutScheme(href)}{" "}
      <Icon of={externalLinkIcon} />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

const withoutScheme = (href: string) =>
  href.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");

import type { ReactNode } from "react";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { chevronLeftIcon, chevronRightIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import type { Crumb } from "@/components/ui/page-header.tsx";
import type { WayBack } from "@/lib/saved-views/way-back.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** The breadcrumb of a record: its list, as it was left and by the name of its view. */
export const crumbsOf = (back: WayBack, many: string, title: string): Crumb[] => [
  ...(back.view ? [{ label: many, href: back.path }] : []),
  { label: capital(back.view) || many, href: back.address, isWayBack: true },
  { label: title },
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The previous and the next record of the list that this one was opened from, and its place there: "1 of 12". */
export function ListSteps({ back }: { back: WayBack }) {
  const { position, total, previous, next } = back.neighbours;
  if (previous === null && next === null) return null;
  const addressOf = (id: number) => pathWithQuery(`${back.path}/${id}`, { list: back.list });
  return (
    <nav className="list-steps" aria-label="In the list">
      <Step href={previous === null ? undefined : addressOf(previous)} rel="prev" label="Previous">
        <Icon of={chevronLeftIcon} />
      </Step>
      {position !== null && (
        <span>
          {formatNumber(position)} of {formatNumber(total)}
        </span>
      )}
      <Step href={next === null ? undefined : addressOf(next)} rel="next" label="Next">
        <Icon of={chevronRightIcon} />
      </Step>
    </nav>
  );
}

type StepProps = { href?: string; rel: "prev" | "next"; label: string; children: ReactNode };

function Step({ href, rel, label, children }: StepProps) {
  if (!href) return <span className="list-steps__end">{children}</span>;
  return (
    <Link
      href={href}
      rel={rel}
      aria-label={label}
      title={`${label} (${rel === "next" ? "j" : "k"})`}
      data-list-step={rel}
    >
      {children}
    </Link>
  );
}

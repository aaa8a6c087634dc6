import type { ReactNode } from "react";
import { Link } from "@/components/ui/link.tsx";
import { pathWithQuery } from "@/lib/urls.ts";
import { type FlowQuery, flowName } from "./flow-model.ts";

/** Where the links of a picture lead: the report's address, and the piece that it shows the postings of. */
export type FlowTarget = { path: string; since: string; chosen: Partial<FlowQuery> };

/** The address of the postings behind a number. */
export const behindHref = ({ path, since }: FlowTarget, query: FlowQuery) =>
  `${pathWithQuery(path, { since, ...query })}#behind`;

type Props = { target: FlowTarget; query: FlowQuery; count: number; children: ReactNode };

/** A piece of a picture, which leads to the postings that it counts. */
export function FlowLink({ target, query, count, children }: Props) {
  const name = flowName(query, count);
  const current = query.stage === target.chosen.stage && query.exit === target.chosen.exit;
  return (
    <Link
      href={behindHref(target, query)}
      aria-label={name}
      aria-current={current ? "true" : undefined}
    >
      <title>{name}</title>
      {children}
    </Link>
  );
}

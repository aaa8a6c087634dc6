import { formatNumber } from "@/components/ui/format.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { Link } from "../../ui/link.tsx";
import type { FlowDrawing, FlowMark } from "./flow-mark.ts";
import { type FlowQuery, flowName } from "./flow-model.ts";

type Props = FlowDrawing & {
  className: string;
  label: string;
  path: string;
  since: string;
  chosen: Partial<FlowQuery>;
};

/** A drawn flow; every piece of it leads to the postings that it counts. */
export function FlowPicture({
  width,
  height,
  marks,
  className,
  label,
  path,
  since,
  chosen,
}: Props) {
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height}`} aria-label={label}>
      {marks.map((mark) => (
        <Mark
          key={`${mark.query.stage} ${mark.query.exit}`}
          mark={mark}
          href={`${pathWithQuery(path, { since, ...mark.query })}#behind`}
          current={mark.query.stage === chosen.stage && mark.query.exit === chosen.exit}
        />
      ))}
    </svg>
  );
}

function Mark({ mark, href, current }: { mark: FlowMark; href: string; current: boolean }) {
  const { query, count, color, ribbons, bar, words } = mark;
  const name = flowName(query, count);
  return (
    <Link href={href} aria-label={name} aria-current={current ? "true" : undefined}>
      <title>{name}</title>
      {ribbons.map((ribbon) => (
        <path key={ribbon} className="flow__ribbon" d={ribbon} fill={color} />
      ))}
      {bar && <rect {...bar} rx={1.5} fill={color} />}
      {words && (
        <text x={words.x} y={words.y} dominantBaseline="central" className="flow__words">
          {words.text}
          <tspan className="flow__count" {...(words.stacked ? { x: words.x, dy: 15 } : { dx: 6 })}>
            {formatNumber(count)}
          </tspan>
        </text>
      )}
    </Link>
  );
}

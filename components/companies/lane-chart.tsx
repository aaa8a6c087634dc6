import { formatDay, formatMonth, formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import type { Lane, Lanes, MarkKind } from "@/lib/companies/lanes.ts";

type Props = {
  lanes: Lanes;
  /** applications that have no lane */
  left: number;
};

const legend: [MarkKind, string][] = [
  ["applied", "Applied"],
  ["answered", "Answered, or interview"],
  ["rejected", "Rejected"],
  ["silent", "Silent"],
  ["over", "Withdrawn"],
];

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** A lane for each application, from asking to its end; a table says the same to screen readers. */
export function LaneChart({ lanes: { lanes, months }, left }: Props) {
  const shown = new Set(lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  return (
    <div className="lanes">
      <div className="lanes__chart" aria-hidden="true">
        <div className="lanes__grid">
          {months.map(({ at, day }) => (
            <span key={day} className="lanes__month" style={{ left: percent(at) }}>
              {monthWords(day, months[0]?.day ?? day)}
            </span>
          ))}
        </div>
        {lanes.map((lane) => (
          <LaneRow key={lane.id} lane={lane} />
        ))}
      </div>
      <ul className="lanes__legend" aria-hidden="true">
        {legend
          .filter(([kind]) => shown.has(kind))
          .map(([kind, label]) => (
            <li key={kind}>
              <span className={`lane-mark lane-mark--${kind}`} /> {label}
            </li>
          ))}
      </ul>
      {left > 0 && (
        <p className="lanes__left">
          The latest {lanes.length} of {formatNumber(left + lanes.length)}.
        </p>
      )}
      <LaneTable lanes={lanes} />
    </div>
  );
}

const monthWords = (day: string, first: string) => {
  const [month = "", year = ""] = formatMonth(day).split(" ");
  return day !== first && day.slice(5, 7) === "01" ? year : month;
};

function LaneRow({ lane: { title, stretches, marks } }: { lane: Lane }) {
  return (
    <div className="lane">
      <span className="lane__title" title={title}>
        {title || "Untitled"}
      </span>
      <span className="lane__track">
        {stretches.map(({ from, to, hue }) => (
          <span
            key={`${from} ${to}`}
            className={`lane__stretch lane__stretch--${hue}`}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
        {marks.map(({ at, kind }) => (
          <span
            key={`${at} ${kind}`}
            className={`lane-mark lane-mark--${kind}`}
            style={{ left: percent(at) }}
          />
        ))}
      </span>
    </div>
  );
}

const endWords = { rejected: "Rejected", silent: "Silent", over: "Withdrawn", open: "Open" };

function LaneTable({ lanes }: { lanes: Lane[] }) {
  const day = (value: string | null) => (value ? formatDay(value) : "–");
  return (
    <div className="sr-only">
      <table aria-label="Your applications, the first on top">
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Applied</th>
            <th scope="col">Answered</th>
            <th scope="col">Interviews</th>
            <th scope="col">How it ended</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map(({ id, title, applied, answered, rounds, end, ended }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/postings/${id}`}>{title || "Untitled"}</Link>
              </th>
              <td>{day(applied)}</td>
              <td>{day(answered)}</td>
              <td>{rounds.map(formatOne).join(", ") || "–"}</td>
              <td>{[endWords[end], ended && formatDay(ended)].filter(Boolean).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const formatOne = (day: string) => formatDay(day);

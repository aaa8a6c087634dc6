import { addDays, dayNumber, localDay } from "../dates.ts";
import type { CompanyPosting } from "./things.ts";
import { maxLanes } from "./values.ts";

/** What a mark in a lane stands for. */
export type MarkKind = "applied" | "answered" | "rejected" | "silent" | "over";

/** The hue of a stretch between two marks: that of a status kind. */
export type Stretch = {
  from: number;
  to: number;
  hue: "waiting" | "engaged" | "closed" | "rejected";
};

/** One application, drawn from day to day; all places are shares of the whole span, 0 to 1. */
export type Lane = {
  id: number;
  title: string;
  marks: { at: number; kind: MarkKind }[];
  stretches: Stretch[];
  /** the days of its marks, for who reads them */
  applied: string;
  answered: string | null;
  rounds: string[];
  ended: string | null;
  end: "rejected" | "silent" | "over" | "open";
};

export type Lanes = {
  from: string;
  to: string;
  months: { at: number; day: string }[];
  lanes: Lane[];
};

type Plain = Pick<
  CompanyPosting,
  | "id"
  | "posting_title"
  | "applied_at"
  | "answer_days"
  | "ending"
  | "ending_days"
  | "silent"
  | "rounds"
>;

/** The applications of a company as lanes, the first on top; null where none has a day. `today` is a local day. */
export function lanesOf(
  postings: readonly Plain[],
  zone: string,
  today: string,
  silentDays: number,
): Lanes | null {
  const days = postings
    .flatMap((one) =>
      one.applied_at ? [laneDays(one, one.applied_at, zone, today, silentDays)] : [],
    )
    .slice(0, maxLanes)
    .reverse();
  if (days.length === 0) return null;
  const all = days.flatMap(({ points }) => points.map(({ day }) => day));
  const [first = today, last = today] = [all.toSorted()[0], all.toSorted().at(-1)];
  const from = `${first.slice(0, 7)}-01`;
  const to = last > from ? last : from;
  // A little room, so that the last mark is not cut.
  const span = Math.max(28, dayNumber(to) - dayNumber(from)) * 1.02;
  const place = (day: string) => (dayNumber(day) - dayNumber(from)) / span;
  return {
    from,
    to,
    months: monthsBetween(from, to).map((day) => ({ day, at: place(day) })),
    lanes: days.map(({ points, ...lane }) => ({
      ...lane,
      marks: points.flatMap(({ day, kind }) => (kind ? [{ at: place(day), kind }] : [])),
      stretches: points.slice(1).map(({ day, hue }, index) => ({
        from: place(points[index]?.day ?? day),
        to: place(day),
        hue,
      })),
    })),
  };
}

type Point = { day: string; kind: MarkKind | null; hue: Stretch["hue"] };

function laneDays(one: Plain, at: string, zone: string, today: string, silentDays: number) {
  const applied = localDay(at, zone);
  const answered = one.answer_days === null ? null : addDays(applied, one.answer_days);
  const rounds = (JSON.parse(one.rounds) as string[])
    .map((round) => localDay(round, zone))
    .filter((day) => day >= applied && day <= today);
  const end = endOf(one);
  const ended =
    one.ending_days !== null && one.ending !== ""
      ? addDays(applied, one.ending_days)
      : end === "silent"
        ? addDays(applied, silentDays)
        : null;
  const isRejection = end === "rejected" && answered !== null && answered === ended;
  const talks = [...new Set([...(answered && !isRejection ? [answered] : []), ...rounds])].sort();
  const points: Point[] = [
    { day: applied, kind: "applied", hue: "waiting" },
    ...talks.map(
      (day, index): Point => ({
        day,
        kind: "answered",
        hue: index === 0 ? "waiting" : "engaged",
      }),
    ),
  ];
  const lastDay = points.at(-1)?.day ?? applied;
  if (end === "open") {
    points.push({ day: today, kind: null, hue: talks.length > 0 ? "engaged" : "waiting" });
  } else {
    const day = ended && ended > lastDay ? ended : lastDay;
    points.push({ day, kind: end, hue: end === "rejected" ? "rejected" : "closed" });
  }
  return { id: one.id, title: one.posting_title, applied, answered, rounds, ended, end, points };
}

function endOf({ ending, silent }: Plain): Lane["end"] {
  if (ending === "rejected" || ending === "declined") return "rejected";
  if (ending === "silence" || silent) return "silent";
  return ending === "" ? "open" : "over";
}

/** The most months that are written below the lanes. */
const maxMonths = 9;

/** The first days of months from one to another, as many as can be written. */
function monthsBetween(from: string, to: string): string[] {
  const [firstYear = 0, firstMonth = 1] = from.split("-").map(Number);
  const [lastYear = 0, lastMonth = 1] = to.split("-").map(Number);
  const count = (lastYear - firstYear) * 12 + lastMonth - firstMonth + 1;
  const step = Math.ceil(count / maxMonths);
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => {
    const month = firstMonth - 1 + index * step;
    const year = firstYear + Math.floor(month / 12);
    return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  });
}

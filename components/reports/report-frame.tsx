import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chips.tsx";
import { formatDate } from "@/components/ui/format.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import type { AppliedSpan } from "@/lib/reports/insights/queries.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { AddressForm } from "./address-form.tsx";
import { EmptyReport } from "./empty-report.tsx";

type Query = Record<string, string | undefined>;
type Choice = { label: string; query: Query; active: boolean };
type DayFieldProps = { name: string; label: string; value: string };
type Switch = { name: string; value: string; label: string; on: boolean };

type Props = {
  title: string;
  path: string;
  finding: string;
  /** what to say where the address could not be followed */
  notice?: string;
  /** the days it is asked for */
  days: DayFieldProps[];
  /** the rest of the address, which another day keeps */
  keep?: Query;
  /** what else can be turned on, beside the days */
  option?: Switch;
  choices?: Choice[];
  /** the figure says something else than the page */
  parted?: boolean;
  /** there is nothing to draw or count: the days of all applications, for a next step in place of the charts */
  empty?: AppliedSpan | false;
  /** what stands below where it is empty, too */
  below?: ReactNode;
  children: ReactNode;
};

/** The day that a report begins at. */
export const sinceField = (since: string): DayFieldProps[] => [
  { name: "since", label: "Since", value: since },
];

/** What every report has: its question, the finding, what it is parted by, and the days it is asked for. */
export function ReportFrame(props: Props) {
  const { title, path, finding, notice, days, keep, option, choices, empty } = props;
  const hasControls = !empty || empty.first !== null;
  const lead = [notice, empty ? "" : finding].filter(Boolean).join(" ");
  const query = Object.fromEntries(days.map(({ name, value }) => [name, value]));
  return (
    <div className={props.parted ? "report-frame report-frame--parted" : "report-frame"}>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Reports", href: "/reports" }, { label: title }]}
        note={lead && <p aria-live="polite">{lead}</p>}
      />
      {hasControls && (
        <div className="chips">
          {choices && (
            <nav className="chips" aria-label="Group by">
              {choices.map(({ label, query: part, active }) => (
                <Chip key={label} href={pathWithQuery(path, { ...query, ...part })} active={active}>
                  {label}
                </Chip>
              ))}
            </nav>
          )}
          <div className="chips__end">
            <DaysForm {...{ path, days, keep, option }} />
          </div>
        </div>
      )}
      <p className="report-asked">{askedWords(props)}</p>
      {empty ? <EmptyReport path={path} day={days[0]} span={empty} keep={keep} /> : props.children}
      {empty && props.below}
    </div>
  );
}

/** On paper, in place of what is chosen by: "Since 4 Jul 2026 · Site". */
function askedWords({ days, choices, option }: Props): string {
  return [
    ...days.map(({ label, value }) => `${label} ${formatDate(value)}`),
    choices?.find(({ active }) => active)?.label,
    option?.on && option.label,
  ]
    .filter(Boolean)
    .join(" · ");
}

function DaysForm({ path, days, keep, option }: Pick<Props, "path" | "days" | "keep" | "option">) {
  const chosen = option && { [option.name]: option.on ? option.value : "" };
  const values = { ...Object.fromEntries(days.map(({ name, value }) => [name, value])), ...chosen };
  return (
    <AddressForm path={path} values={values} keep={keep} className="since">
      {option && (
        <label className="switch">
          <input
            type="checkbox"
            name={option.name}
            value={option.value}
            defaultChecked={option.on}
          />
          {option.label}
        </label>
      )}
      {days.map(({ name, label, value }) => (
        <label key={name}>
          {label}
          <input className="input" type="date" name={name} defaultValue={value} />
        </label>
      ))}
    </AddressForm>
  );
}

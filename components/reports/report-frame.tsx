import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Chip } from "@/components/ui/chips.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { pathWithQuery } from "@/lib/urls.ts";

type Choice = { label: string; query: Record<string, string | undefined>; active: boolean };

type Props = {
  title: string;
  path: string;
  since: string;
  finding: string;
  /** the rest of the address, which a new day keeps */
  keep?: Record<string, string | undefined>;
  choices?: Choice[];
  /** the figure says something else than the page */
  parted?: boolean;
  /** there is nothing to draw or count: a next step stands in place of the charts */
  empty?: boolean;
  /** asks for other days than the one it begins at */
  form?: ReactNode;
  children: ReactNode;
};

/** What every report has: its question, the finding, what it is parted by, and the day that it begins at. */
export function ReportFrame({
  title,
  path,
  since,
  finding,
  keep,
  choices,
  parted,
  empty,
  form,
  children,
}: Props) {
  return (
    <div className={parted ? "report-frame report-frame--parted" : "report-frame"}>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Reports", href: "/reports" }, { label: title }]}
        note={<p>{finding}</p>}
      />
      <div className="chips">
        {choices && (
          <nav className="chips" aria-label="Parted by">
            {choices.map(({ label, query, active }) => (
              <Chip key={label} href={pathWithQuery(path, { since, ...query })} active={active}>
                {label}
              </Chip>
            ))}
          </nav>
        )}
        <div className="chips__end">
          {form ?? <SinceForm path={path} since={since} keep={keep} />}
        </div>
      </div>
      {empty ? (
        <Empty
          title="Nothing to show yet"
          next={["/postings/new", "Add posting"]}
          others={[["/import", "Import a file"]]}
        >
          <p>Once you have applied somewhere, you see it here. An earlier day may show more.</p>
        </Empty>
      ) : (
        children
      )}
    </div>
  );
}

function SinceForm({ path, since, keep = {} }: Pick<Props, "path" | "since" | "keep">) {
  return (
    <Form action={path} className="since">
      <DayField name="since" label="Since" value={since} />
      <HiddenFields values={keep} />
      <ShowButton />
    </Form>
  );
}

type DayFieldProps = { name: string; label: string; value: string };
type DayFormProps = Pick<Props, "path" | "keep"> & { fields: DayFieldProps[] };

/** Asks a report for other days than the one it begins at, by its address. */
export function DayForm({ path, fields, keep = {} }: DayFormProps) {
  return (
    <Form action={path} className="since since--days">
      {fields.map((field) => (
        <span key={field.name}>
          <DayField {...field} />
        </span>
      ))}
      <HiddenFields values={keep} />
      <ShowButton />
    </Form>
  );
}

function DayField({ name, label, value }: DayFieldProps) {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <input className="input" type="date" id={name} name={name} defaultValue={value} key={value} />
    </>
  );
}

function ShowButton() {
  return (
    <Button type="submit" size="s">
      Show
    </Button>
  );
}

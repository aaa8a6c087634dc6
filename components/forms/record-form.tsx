import type { ComponentProps, ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import type { Kind } from "@/lib/records/kind.ts";
import { ActionForm } from "./action-form.tsx";

type Props = {
  kind: Pick<Kind, "label" | "path">;
  /** the record that is edited; without one, one is added */
  record?: { id: number; title: string };
  /** the page's title where one is added */
  addTitle: string;
  /** more breadcrumbs */
  crumbs?: ComponentProps<typeof PageHeader>["breadcrumbs"];
  note?: ReactNode;
  action: FormAction;
  labels: Record<string, string>;
  /** hashes of the initial values (`initialHashes`), where a record is edited */
  hashes?: string;
  /** where Cancel leads, if not to the list or the record */
  cancel?: string;
  /** under which a draft is kept, if not under the kind and the id */
  formKey?: string;
  children: ReactNode;
};

/** The page that adds or edits a record. */
export function RecordForm(props: Props) {
  const { kind, record, addTitle, crumbs = [], note, action, labels, hashes, children } = props;
  const noun = kind.label.one.toLowerCase();
  const href = record ? `${kind.path}/${record.id}` : kind.path;
  return (
    <>
      <PageHeader
        title={record ? `Edit ${record.title}` : addTitle}
        breadcrumbs={[
          { label: kind.label.many, href: kind.path },
          ...(record ? [{ label: record.title, href }] : []),
          ...crumbs,
        ]}
        note={note}
      />
      <ActionForm
        formKey={props.formKey ?? `${noun}-${record?.id ?? "new"}`}
        action={action}
        submit={record ? "Save" : `Add ${noun}`}
        cancel={props.cancel ?? href}
        labels={labels}
        hashes={hashes}
      >
        {children}
      </ActionForm>
    </>
  );
}

/** Gives each field its label, its initial value and its maximal length, by its name. */
export const fieldProps =
  <Name extends string>(
    labels: Record<Name, string>,
    values: Partial<Record<NoInfer<Name>, string>>,
    limits: Partial<Record<NoInfer<Name>, number>> = {},
  ) =>
  (name: Name) => ({
    name,
    label: labels[name],
    defaultValue: values[name],
    maxLength: limits[name],
  });

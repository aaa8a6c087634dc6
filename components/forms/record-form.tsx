import type { ComponentProps, ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header.tsx";
import type { Kind } from "@/lib/records/kind.ts";
import { ActionForm } from "./action-form.tsx";
import { recordFormKey } from "./field-id.ts";

type Props = Omit<ComponentProps<typeof ActionForm>, "formKey" | "submit"> & {
  kind: Pick<Kind, "label" | "path">;
  /** the record that is edited; without one, one is added */
  record?: { id: number; title: string };
  /** the page's title where one is added */
  addTitle: string;
  /** more breadcrumbs */
  crumbs?: ComponentProps<typeof PageHeader>["breadcrumbs"];
  note?: ReactNode;
  /** under which a draft is kept, if not under the kind and the id */
  formKey?: string;
};

/** The page that adds or edits a record. Cancel leads to the record or the list, if not told otherwise. */
export function RecordForm({ kind, record, addTitle, crumbs = [], note, ...form }: Props) {
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
        {...form}
        typing
        page
        formKey={form.formKey || recordFormKey(kind, record?.id)}
        submit={record ? "Save" : `Add ${noun}`}
        cancel={form.cancel ?? href}
      />
    </>
  );
}

/** Gives each field its label, its initial value and its longest length, by its name. */
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
    limit: limits[name],
  });

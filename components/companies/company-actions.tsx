"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon, plusIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { editCompany, mergeCompanies, splitCompany } from "@/lib/companies/actions.ts";
import { maxCompanyName } from "@/lib/companies/values.ts";
import type { FormState } from "@/lib/forms/form-state.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { MarkDialog } from "./mark-dialog.tsx";

type Props = {
  name: string;
  isMarked: boolean;
  /** what it may be merged with */
  others: string[];
};

/** What can be done with a company: add a posting, and in a menu the mark, a merge and another name. */
export function CompanyActions({ name, isMarked, others }: Props) {
  const [asked, setAsked] = useState<"mark" | "merge" | "rename" | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <LinkButton href={pathWithQuery("/add", { company: name })} size="s">
        <Icon of={plusIcon} /> Posting
      </LinkButton>
      <Menu
        variant="secondary"
        size="s"
        icon
        label={`More actions for ${name}`}
        items={[
          ...(isMarked
            ? []
            : [{ id: "mark", label: "Do not apply again", action: () => setAsked("mark") }]),
          { id: "merge", label: "Merge with another spelling", action: () => setAsked("merge") },
          { id: "rename", label: "Rename", action: () => setAsked("rename") },
        ]}
      >
        <Icon of={ellipsisIcon} />
      </Menu>
      <MarkDialog name={name} why="" isSet={false} open={asked === "mark"} onClose={close} />
      <MergeDialog name={name} others={others} open={asked === "merge"} onClose={close} />
      <Dialog open={asked === "rename"} onClose={close} title="Rename">
        <ActionForm
          formKey="company-name"
          action={editCompany.bind(null, name)}
          submit="Save"
          labels={nameLabels}
          onSaved={close}
          cancel={close}
          noDraft
          typing
        >
          <TextField
            name="name"
            label={nameLabels.name}
            defaultValue={name}
            limit={maxCompanyName}
            help="How it is called here. Your postings keep what they say."
          />
        </ActionForm>
      </Dialog>
    </>
  );
}

const nameLabels = { name: "Name" };
const mergeLabels = { other: "Other spelling" };

type MergeProps = { name: string; others: string[]; open: boolean; onClose: () => void };

function MergeDialog({ name, others, open, onClose }: MergeProps) {
  const merge = async (_: FormState, form: FormData): Promise<FormState> => {
    const { message, done } = await mergeCompanies(name, String(form.get("other")));
    if (done === undefined) return { errors: { other: [message] } };
    showToast(message, () => splitCompany(name, done));
    return { saved: true };
  };
  return (
    <Dialog open={open} onClose={onClose} title={`Merge with ${name}`}>
      <ActionForm
        formKey="company-merge"
        action={merge}
        submit="Merge"
        labels={mergeLabels}
        refusal="They are not merged"
        onSaved={onClose}
        cancel={onClose}
        noDraft
        typing
      >
        <ComboField
          name="other"
          label={mergeLabels.other}
          suggestions={others}
          limit={maxCompanyName}
          required
          help={`Its openings, people and notes become ${name}’s. You can undo this.`}
        />
      </ActionForm>
    </Dialog>
  );
}

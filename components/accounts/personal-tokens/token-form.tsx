"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { CheckField } from "@/components/forms/check-field.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { CopyOnce } from "@/components/ui/copy-once.tsx";
import { makeToken } from "@/lib/accounts/personal-tokens/actions.ts";
import { tokenDays, tokenLimits } from "@/lib/accounts/personal-tokens/values.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";

const labels = { name: "Name", read: "What it may do", days: "Ends" };

const ends = [
  ...tokenDays.map((days) => ({
    value: String(days),
    label: days === 365 ? "In a year" : `In ${days} days`,
  })),
  { value: "0", label: "Never, until you revoke it" },
];

/** Makes a token, and shows it this once. */
export function TokenForm({ isStaff }: { isStaff: boolean }) {
  const [made, setMade] = useState<{ token: string; count: number }>();
  const make: FormAction = async (_, form) => {
    const { token, ...state } = await makeToken({}, form);
    if (token) setMade((before) => ({ token, count: (before?.count ?? 0) + 1 }));
    return state;
  };
  return (
    <>
      {made && (
        <CopyOnce
          key={made.count}
          title="Your token is made"
          label="Your new token"
          value={made.token}
        />
      )}
      {/* A new form after each token, since the old one's words are used up. */}
      <ActionForm
        key={made?.count}
        formKey="token"
        action={make}
        submit="Make a token"
        refusal="There is no token yet"
        labels={labels}
        noDraft
      >
        <TextField
          name="name"
          label={labels.name}
          help="What will use it, so that you know which one to revoke."
          maxLength={tokenLimits.name}
          autoComplete="off"
          required
        />
        <fieldset className="token-scopes">
          <legend className="label">{labels.read}</legend>
          <CheckField name="read" label="Read what is yours" defaultChecked />
          <CheckField name="write" label="Add, change and delete what is yours" />
          {isStaff && <CheckField name="admin" label="Do what only admins may" />}
        </fieldset>
        <SelectField name="days" label={labels.days} options={ends} defaultValue="90" />
      </ActionForm>
    </>
  );
}

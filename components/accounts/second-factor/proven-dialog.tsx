"use client";

import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";

type Props = {
  formKey: string;
  /** the button that opens it */
  label: ReactNode;
  title: string;
  /** what will happen */
  children: ReactNode;
  /** fields above the password */
  fields?: ReactNode;
  labels?: Record<string, string>;
  action: FormAction;
  submit: string;
  /** without a password a young sign-in proves it */
  hasPassword: boolean;
  variant?: "primary" | "secondary" | "danger";
  size?: "m" | "s";
};

const passwordLabel = "Your password";

/** Asks for the password before the ways into an account are changed. */
export function ProvenDialog(props: Props) {
  const { formKey, label, title, children, fields, labels, action, submit, hasPassword } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={props.variant} size={props.size} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <div className="proven-dialog">
          {children}
          <ActionForm
            formKey={formKey}
            action={action}
            onSaved={() => setOpen(false)}
            submit={submit}
            refusal="Nothing is changed"
            labels={{ current_password: passwordLabel, ...labels }}
            danger={props.variant === "danger"}
            noDraft
          >
            {fields}
            {hasPassword && (
              <PasswordField
                name="current_password"
                label={passwordLabel}
                autoComplete="current-password"
              />
            )}
          </ActionForm>
        </div>
      </Dialog>
    </>
  );
}

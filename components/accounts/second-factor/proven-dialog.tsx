"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";

type FormProps = ComponentProps<typeof ActionForm>;

type Props = Pick<FormProps, "formKey" | "labels" | "action" | "submit" | "danger"> & {
  /** the button that opens it */
  label: ReactNode;
  size?: "m" | "s";
  title: string;
  /** what will happen */
  children: ReactNode;
  /** fields above the password */
  fields?: ReactNode;
  /** without a password a young sign-in proves it */
  hasPassword: boolean;
};

const passwordLabel = "Your password";

/** Asks for the password before the ways into an account are changed. */
export function ProvenDialog(props: Props) {
  const { label, size, title, children, fields, hasPassword, labels, ...form } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={form.danger ? "danger" : "secondary"}
        size={size}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <div className="proven-dialog">
          {children}
          <ActionForm
            {...form}
            onSaved={() => setOpen(false)}
            refusal="Nothing is changed"
            labels={{ current_password: passwordLabel, ...labels }}
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

"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import {
  confirmFactor,
  renewCodes,
  startFactor,
  turnOffFactor,
} from "@/lib/accounts/second-factor/actions.ts";
import { ProvenDialog } from "./proven-dialog.tsx";
import { useCodesOf } from "./recovery-codes.tsx";

type Proof = { hasPassword: boolean };

/** The first step of the set-up: a key for the app. */
export function StartFactor({ hasPassword }: Proof) {
  return (
    <ProvenDialog
      formKey="factor-start"
      label="Set up an app"
      size="s"
      title="Set up an authenticator app"
      action={startFactor}
      submit="Continue"
      hasPassword={hasPassword}
    >
      <p>Have an authenticator app ready on your phone, or a password manager that makes codes.</p>
    </ProvenDialog>
  );
}

/** The last step of the set-up: the app's first code. */
export function ConfirmFactor() {
  const confirm = useCodesOf(confirmFactor);
  return (
    <ActionForm
      formKey="factor"
      action={confirm}
      submit="Turn it on"
      refusal="Not turned on yet"
      labels={{ code: "Code" }}
      noDraft
    >
      <TextField
        name="code"
        label="Code"
        help="The six digits that the app shows now."
        inputMode="numeric"
        autoComplete="one-time-code"
        limit={12}
      />
    </ActionForm>
  );
}

/** Ten new recovery codes. */
export function RenewCodes({ hasPassword }: Proof) {
  return (
    <ProvenDialog
      formKey="factor-codes"
      label="New recovery codes"
      title="Make new recovery codes?"
      action={useCodesOf(renewCodes)}
      submit="Make ten new ones"
      hasPassword={hasPassword}
    >
      <p>The codes that you have now stop working.</p>
    </ProvenDialog>
  );
}

/** The form that turns the second factor off. */
export function TurnOffFactor({ hasPassword }: Proof) {
  return (
    <ProvenDialog
      formKey="factor-off"
      label="Turn off"
      title="Turn the second factor off?"
      action={turnOffFactor}
      submit="Turn it off"
      danger
      hasPassword={hasPassword}
    >
      <p>Your password alone opens your account then, and your recovery codes stop working.</p>
    </ProvenDialog>
  );
}

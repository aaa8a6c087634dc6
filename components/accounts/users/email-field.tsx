"use client";

import { useContext, useState } from "react";
import { FormContext } from "@/components/forms/field.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";

type Props = {
  label: string;
  passwordLabel: string;
  email: string;
  proved?: string;
  asksPassword: boolean;
};

/** The address; once it is another one, also the password, since a reset goes to it. */
export function EmailField({ label, passwordLabel, email, proved, asksPassword }: Props) {
  const { errors, values } = useContext(FormContext);
  const [typed, setTyped] = useState(values.email ?? email);
  const asked = asksPassword && (typed !== email || errors.current_password !== undefined);
  return (
    // The field itself is not controlled: what was typed before the script came must stay.
    <div className="contents" onInput={(event) => setTyped(emailIn(event.target) ?? typed)}>
      <TextField
        name="email"
        label={label}
        defaultValue={email}
        type="email"
        autoComplete="email"
        help={typed === email ? proved : undefined}
      />
      {asked && (
        <PasswordField
          name="current_password"
          label={passwordLabel}
          help="A new address needs it, since a forgotten password is answered there."
          autoComplete="current-password"
        />
      )}
    </div>
  );
}

const emailIn = (target: EventTarget) =>
  target instanceof HTMLInputElement && target.name === "email" ? target.value : undefined;

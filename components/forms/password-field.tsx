"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { eyeIcon, eyeOffIcon } from "@/components/ui/icons.ts";
import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = FieldProps & {
  autoComplete?: "current-password" | "new-password" | "off";
  maxLength?: number;
};

/** A password that can be shown while it is typed. It never goes into a draft. */
export function PasswordField(props: Props) {
  const { name, label, help, defaultValue, required, autoComplete = "off", maxLength } = props;
  const { id, errors, control } = useField({ name, help, required });
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ id, label, help, errors, required }}>
      <div className="field__row field__row--joined">
        <input
          type={shown ? "text" : "password"}
          {...control}
          className="input"
          defaultValue={defaultValue ?? ""}
          autoComplete={autoComplete}
          maxLength={maxLength}
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button
          icon
          variant="quiet"
          aria-label={`Show ${label.toLowerCase()}`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? <Icon of={eyeOffIcon} /> : <Icon of={eyeIcon} />}
        </Button>
      </div>
    </Field>
  );
}

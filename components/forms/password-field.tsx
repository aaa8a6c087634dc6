"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { eyeIcon, eyeOffIcon } from "@/components/ui/icons.ts";
import { Field, type FieldProps, useField } from "./field.tsx";

type Props = FieldProps & {
  autoComplete: "current-password" | "new-password";
  onInput?: (event: FormEvent<HTMLInputElement>) => void;
};

/** A password that can be shown while it is typed. It never goes into a draft. */
export function PasswordField(props: Props) {
  const { field, control, rest } = useField(props);
  const [shown, setShown] = useState(false);
  return (
    <Field {...field}>
      <div className="field__row field__row--joined">
        <input
          type={shown ? "text" : "password"}
          {...rest}
          {...control}
          className="input"
          defaultValue={props.defaultValue ?? ""}
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button
          icon
          variant="quiet"
          aria-label={`Show ${field.label.toLowerCase()}`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? <Icon of={eyeOffIcon} /> : <Icon of={eyeIcon} />}
        </Button>
      </div>
    </Field>
  );
}

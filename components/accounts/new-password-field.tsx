"use client";

import { useState } from "react";
import type { FieldProps } from "@/components/forms/field.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { circleCheckIcon, circleIcon } from "@/components/ui/icons.ts";
import { passwordNeeds } from "@/lib/accounts/users/values.ts";

/** A password that is being chosen; what it needs is ticked while it is typed. */
export function NewPasswordField(props: FieldProps) {
  const [text, setText] = useState("");
  return (
    <div className="new-password">
      <PasswordField
        {...props}
        autoComplete="new-password"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ul aria-label="A password needs">
        {passwordNeeds.map(({ words, pattern }) => {
          const met = pattern.test(text);
          return (
            <li key={words} data-met={met || undefined}>
              {met ? <Icon of={circleCheckIcon} /> : <Icon of={circleIcon} />}
              {words}
              <span className="sr-only">{met ? ": there" : ": missing"}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

type Props = Omit<ComponentProps<typeof Button>, "type" | "pending">;

/** Sends the form it stands in; shows that it is on its way. For one-button forms (delete, done, restore). */
export function SubmitButton({ onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      pending={pending}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    />
  );
}

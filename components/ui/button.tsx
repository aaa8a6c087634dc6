import type { ButtonHTMLAttributes, ComponentProps } from "react";
import { Link } from "./link.tsx";

type Look = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "m" | "s";
  /** only an icon inside: give an `aria-label` */
  icon?: boolean;
};

const variants = {
  primary: "button--primary",
  secondary: "button--outline",
  quiet: "button--ghost",
  danger: "button--danger-soft",
};

/** The classes of a button, for elements that must be something else. */
export function buttonClass({ variant = "secondary", size, icon }: Look, more = ""): string {
  return [
    "button",
    variants[variant],
    size === "s" && "button--sm",
    icon && "button--icon-only",
    more,
  ]
    .filter(Boolean)
    .join(" ");
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { pending?: boolean };

/** A native button. `pending` keeps it focusable, says so to screen readers, and ignores presses. */
export function Button({ variant, size, icon, pending, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, icon }, className)}
      data-pending={pending || undefined}
      aria-disabled={pending || undefined}
    />
  );
}

type LinkButtonProps = ComponentProps<typeof Link> & Look;

/** A link that looks like a button. */
export function LinkButton({ variant, size, icon, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ variant, size, icon }, className)} />;
}

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconShape } from "./icons.ts";

type Props = {
  icon?: IconShape;
  /** what belongs here, as a title */
  title: ReactNode;
  children?: ReactNode;
  /** the next steps: buttons and links */
  actions?: ReactNode;
};

/** An empty place that says what belongs in it and how to begin. */
export function Empty({ icon, title, children, actions }: Props) {
  return (
    <div className="empty">
      {icon && <Icon of={icon} className="empty__icon" />}
      <p className="empty__title">{title}</p>
      {children && <div className="empty__text">{children}</div>}
      {actions && <div className="empty__actions">{actions}</div>}
    </div>
  );
}

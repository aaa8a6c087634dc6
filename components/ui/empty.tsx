import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  icon?: LucideIcon;
  /** what belongs here, as a title */
  title: ReactNode;
  children?: ReactNode;
  /** the next steps: buttons and links */
  actions?: ReactNode;
};

/** An empty place that says what belongs in it and how to begin. */
export function Empty({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className="empty">
      {Icon && <Icon className="empty__icon" aria-hidden strokeWidth={1.5} />}
      <p className="empty__title">{title}</p>
      {children && <div className="empty__text">{children}</div>}
      {actions && <div className="empty__actions">{actions}</div>}
    </div>
  );
}

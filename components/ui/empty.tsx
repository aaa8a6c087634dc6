import type { ReactNode } from "react";
import { LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconShape } from "./icons.ts";

type Props = {
  icon?: IconShape;
  /** what belongs here, as a title */
  title: ReactNode;
  children?: ReactNode;
  /** the next steps, as links: first the most likely one, which stands out, then others */
  next?: readonly [href: string, label: string];
  others?: readonly (readonly [href: string, label: string])[];
  /** the next steps where they are more than links */
  actions?: ReactNode;
};

/** An empty state: what belongs here and how to begin. */
export function Empty({ icon, title, children, next, others = [], actions }: Props) {
  return (
    <div className="empty">
      {icon && <Icon of={icon} className="empty__icon" />}
      <p className="empty__title">{title}</p>
      {children && <div className="empty__text">{children}</div>}
      {(next || others.length > 0 || actions) && (
        <div className="empty__actions">
          {next && (
            <LinkButton href={next[0]} variant="primary">
              {next[1]}
            </LinkButton>
          )}
          {others.map(([href, label]) => (
            <LinkButton key={href} href={href}>
              {label}
            </LinkButton>
          ))}
          {actions}
        </div>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { circleAlertIcon, circleCheckIcon, infoIcon } from "./icons.ts";

const icons = {
  info: infoIcon,
  good: circleCheckIcon,
  warning: circleAlertIcon,
  danger: circleAlertIcon,
};

type Props = {
  tone?: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** A notice: a few lines on a tinted background with an icon. Not announced: for what is there at load. */
export function Notice({ tone = "info", title, children, action }: Props) {
  const icon = icons[tone];
  return (
    <div className={`notice notice--${tone}`}>
      <Icon of={icon} />
      <div className="notice__text">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
      {action && <div className="notice__action">{action}</div>}
    </div>
  );
}

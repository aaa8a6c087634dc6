import { __iconData as circleCheck } from "lucide-react/icons/circle-check";
import { __iconData as circleAlert } from "lucide-react/icons/circle-exclamation-point";
import { __iconData as infoIcon } from "lucide-react/icons/info";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const icons = { info: infoIcon, good: circleCheck, warning: circleAlert, danger: circleAlert };

type Props = {
  tone?: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** A few lines that matter, on a tinted ground with an icon. Not announced: for what is there at load. */
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

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const icons = { info: Info, good: CircleCheck, warning: CircleAlert, danger: CircleAlert };

type Props = {
  tone?: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** A few lines that matter, on a tinted ground with an icon. Not announced: for what is there at load. */
export function Notice({ tone = "info", title, children, action }: Props) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice--${tone}`}>
      <Icon aria-hidden />
      <div className="notice__text">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
      {action && <div className="notice__action">{action}</div>}
    </div>
  );
}

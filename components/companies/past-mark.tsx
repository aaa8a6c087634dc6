import { Icon } from "@/components/ui/icon.tsx";
import { circleXIcon, hourglassIcon } from "@/components/ui/icons.ts";
import type { Past } from "@/lib/companies/values.ts";

const marks = {
  rejected: { icon: circleXIcon, words: "Rejected you before" },
  silent: { icon: hourglassIcon, words: "Was silent before" },
} as const;

/** Beside a company's name in a list: what became of another opening there; nothing where that is nothing. */
export function PastMark({ past }: { past?: Past | undefined }) {
  if (!past) return null;
  const { icon, words } = marks[past];
  return (
    <span className={`past-mark past-mark--${past}`} title={words}>
      <Icon of={icon} />
      <span className="sr-only">, {words.toLowerCase()}</span>
    </span>
  );
}

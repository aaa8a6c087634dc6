"use client";

import { useOptimistic } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { chevronDownIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { setSiteCadence } from "@/lib/follow-ups/actions.ts";

const choices = [0, 1, 2, 3, 7, 14, 30];

const words = (days: number) =>
  days === 0 ? "Never" : days === 1 ? "Every day" : `Every ${days} days`;

/** After how many days a site is looked at again; changed by one click, with an undo in the toast. */
export function SiteCadence({ id, every }: { id: number; every: number | null }) {
  const now = every ?? 0;
  const [shown, show] = useOptimistic(now);
  const choose = async (days: number) => {
    if (days === now) return;
    show(days);
    const { message, done } = await setSiteCadence(id, days);
    showToast(message, done && (async () => void (await setSiteCadence(id, now))));
  };
  const all = choices.includes(shown) ? choices : [...choices, shown].sort((a, b) => a - b);
  return (
    <Menu
      variant="bare"
      label="Look again"
      name={`Look again: ${words(shown)}`}
      selected={String(shown)}
      items={all.map((days) => ({
        id: String(days),
        label: words(days),
        action: () => choose(days),
      }))}
    >
      {words(shown)}
      <Icon of={chevronDownIcon} />
    </Menu>
  );
}

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { chevronDownIcon } from "@/components/ui/icons.ts";

/** Around a select or a combobox: the mark by which one sees that there is something to choose from. */
export function Choices({ children }: { children: ReactNode }) {
  return (
    <span className="choices">
      {children}
      <Icon of={chevronDownIcon} />
    </span>
  );
}

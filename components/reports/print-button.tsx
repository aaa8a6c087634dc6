"use client";

import { __iconData as printer } from "lucide-react/icons/printer";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";

export function PrintButton() {
  return (
    <Button size="s" onClick={() => window.print()}>
      <Icon of={printer} /> Print
    </Button>
  );
}

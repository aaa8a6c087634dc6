"use client";

import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { printerIcon } from "@/components/ui/icons.ts";

export function PrintButton() {
  return (
    <Button size="s" onClick={() => window.print()}>
      <Icon of={printerIcon} /> Print
    </Button>
  );
}

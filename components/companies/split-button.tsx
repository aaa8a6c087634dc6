"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { mergeCompanies, splitCompany } from "@/lib/companies/actions.ts";

type Props = { name: string; id: number; other: string };

/** Takes a merged spelling out again; the toast merges it once more. */
export function SplitButton({ name, id, other }: Props) {
  const [pending, start] = useTransition();
  const split = () =>
    start(async () => {
      const answer = await tried(() => splitCompany(name, id));
      if (answer) showToast(answer.message, answer.done && (() => mergeCompanies(name, other)));
    });
  return (
    <Button
      size="s"
      variant="quiet"
      pending={pending}
      aria-label={`Take ${other} out`}
      onClick={split}
    >
      Take out
    </Button>
  );
}

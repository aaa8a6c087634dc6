"use client";

import { useRouter } from "next/navigation";
import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { removeInterview } from "@/lib/interviews/actions.ts";

/** What else is done with an interview: edit it, or delete it, which a toast takes back. */
export function InterviewMenu({ id, name }: { id: number; name: string }) {
  const router = useRouter();
  return (
    <Menu
      variant="quiet"
      size="s"
      icon
      label={`Edit or delete: ${name}`}
      items={[
        { id: "edit", label: "Edit", action: () => router.push(`/interviews/${id}/edit`) },
        { id: "delete", label: "Delete", danger: true, action: () => removeInterview(id) },
      ]}
    >
      <Icon of={ellipsisIcon} />
    </Menu>
  );
}

"use client";

import { useState } from "react";
import { SnoozeDialog } from "@/components/follow-ups/snooze-dialog.tsx";
import { useStatuses } from "@/components/records/status-words.tsx";
import { TagTool } from "@/components/tags/tag-tool.tsx";
import { buttonClass } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import {
  archiveIcon,
  bellIcon,
  circleDotIcon,
  globeIcon,
  type IconShape,
  signpostIcon,
  tagIcon,
  trashIcon,
} from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { StatusMark, statusOptions } from "@/components/ui/status-mark.tsx";
import type { BulkAction } from "@/lib/bulk/schema.ts";
import type { SelectionProps } from "./selection-props.ts";

type Props = Pick<SelectionProps, "kind" | "days" | "sites"> & {
  onChange: (action: BulkAction) => void | Promise<void>;
};

/** What can be done to all that is selected. */
export function BulkTools({ kind, days, sites = [], onChange }: Props) {
  const isPosting = kind === "job_posting";
  const { posting, opportunity, stage } = useStatuses();
  const { offered, words } = isPosting ? posting : opportunity;
  const statuses = statusOptions(offered, words);
  return (
    <div className="bulk-bar__tools">
      <span data-bulk-status>
        <Menu
          variant="quiet"
          size="s"
          label="Set the status"
          selected=""
          items={statuses.map(({ value, hue, label, group }) => ({
            id: value,
            text: label,
            label: <StatusMark kind={hue}>{label}</StatusMark>,
            group,
            action: () => onChange({ action: "status", status: value }),
          }))}
        >
          <Tool icon={circleDotIcon} label="Status" />
        </Menu>
      </span>
      {isPosting && (
        <Menu
          variant="quiet"
          size="s"
          label="Set the furthest stage"
          items={stage.offered.map((text) => ({
            id: text,
            label: stage.words(text).label,
            action: () => onChange({ action: "stage", rejected_after_stage: text }),
          }))}
        >
          <Tool icon={signpostIcon} label="Stage" />
        </Menu>
      )}
      {sites.length > 0 && (
        <Menu
          variant="quiet"
          size="s"
          label="Move to a site"
          items={sites.map(({ id, site_name }) => ({
            id: String(id),
            label: site_name || `Site ${id}`,
            action: () => onChange({ action: "site", job_site_id: id }),
          }))}
        >
          <Tool icon={globeIcon} label="Site" />
        </Menu>
      )}
      <TagTool onChange={onChange}>
        <Tool icon={tagIcon} label="Tag" />
      </TagTool>
      <FollowUpMenu days={days} onChange={onChange} />
      <button
        type="button"
        className={buttonClass({ variant: "quiet", size: "s" })}
        aria-label="Close as no response"
        onClick={() => onChange({ action: "close_as_no_response" })}
      >
        <Tool icon={archiveIcon} label="Close as no response" short="Close" />
      </button>
      <button
        type="button"
        className={buttonClass({ variant: "quiet", size: "s" }, "bulk-bar__trash")}
        onClick={() => onChange({ action: "trash" })}
      >
        <Tool icon={trashIcon} label="Trash" />
      </button>
    </div>
  );
}

function FollowUpMenu({ days, onChange }: Pick<Props, "days" | "onChange">) {
  const [asking, setAsking] = useState(false);
  const add = (due_on: string) => onChange({ action: "follow_up", what: "Follow up", due_on });
  return (
    <>
      <Menu
        variant="quiet"
        size="s"
        label="Follow up on"
        items={[
          ...days.map(([label, day]) => ({ id: day, label, action: () => add(day) })),
          { id: "date", label: "On a date…", action: () => setAsking(true) },
        ]}
      >
        <Tool icon={bellIcon} label="Follow up" />
      </Menu>
      <SnoozeDialog
        open={asking}
        title="Follow up on"
        submit="Add"
        least={days[0]?.[1]}
        onChosen={add}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

type ToolProps = { icon: IconShape; label: string; short?: string };

/** An icon with its word; on a phone, below it and in short. */
function Tool({ icon, label, short }: ToolProps) {
  return (
    <>
      <Icon of={icon} />
      <span className={short && "bulk-bar__long"}>{label}</span>
      {short && <span className="bulk-bar__short">{short}</span>}
    </>
  );
}

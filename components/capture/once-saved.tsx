"use client";

import dynamic from "next/dynamic";
import { useContext, useState } from "react";
import { CheckField } from "../forms/check-field.tsx";
import { FormContext } from "../forms/field.tsx";
import { Button } from "../ui/button.tsx";
import { Card, CardHeader } from "../ui/card.tsx";
import { formatDay } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { plusIcon, xIcon } from "../ui/icons.ts";

// Fetched when a tag is to be added.
const TagPicker = dynamic(() => import("../tags/tag-picker.tsx"), { ssr: false });

const dayMs = 86_400_000;
const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");

/** The day before it closes, and no earlier than today; undefined where it is over or not known. */
function dayBefore(deadline: string, today: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(deadline) || deadline < today) return undefined;
  const before = new Date(Date.parse(deadline) - dayMs).toISOString().slice(0, 10);
  return [before, today].toSorted().at(-1);
}

const dayWords = (day: string) =>
  `${weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]} ${formatDay(`${day}T12:00:00Z`)}`;

/** What is done once the posting is saved: reminders and tags. */
export function OnceSaved({ deadline, today }: { deadline: string; today: string }) {
  const before = dayBefore(deadline, today);
  return (
    <Card className="once-saved" labelledBy="once-saved">
      <CardHeader id="once-saved" title="Once it is saved" />
      <div className="once-saved__body">
        {before && (
          <CheckField
            name="remind"
            label={`Remind me to apply by ${dayWords(before)}`}
            defaultChecked
          />
        )}
        <CheckField
          name="follow_up"
          label="Follow up 14 days after applying"
          help="Counts from today, with “Save as applied”."
        />
        <TagsToAdd />
      </div>
    </Card>
  );
}

function TagsToAdd() {
  const { values } = useContext(FormContext);
  const [names, setNames] = useState(() => (values.tags ?? "").split(",").filter(Boolean));
  const [adding, setAdding] = useState(false);
  const change = (next: string[]) => setNames([...new Set(next)]);
  return (
    <div className="once-saved__tags">
      <input type="hidden" name="tags" value={names.join(",")} />
      {names.map((name) => (
        <span key={name} className="tag-chip tag-chip--removable">
          <span className="tag-chip__name">{name}</span>
          <button
            type="button"
            aria-label={`Remove ${name}`}
            onClick={() => change(names.filter((each) => each !== name))}
          >
            <Icon of={xIcon} />
          </button>
        </span>
      ))}
      {adding ? (
        <div className="tag-editor__adding">
          <TagPicker
            onChoose={({ name }) => change([...names, name.replaceAll(",", " ")])}
            onBack={() => change(names.slice(0, -1))}
            onClose={() => setAdding(false)}
          />
          <Button size="s" variant="quiet" onClick={() => setAdding(false)}>
            Done
          </Button>
        </div>
      ) : (
        <Button size="s" variant="quiet" onClick={() => setAdding(true)}>
          <Icon of={plusIcon} /> Add a tag
        </Button>
      )}
    </div>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { bringBackTag, editTag, removeTag } from "@/lib/tags/actions.ts";
import type { TagCounts } from "@/lib/tags/queries.ts";
import { maxTagName, type Tag } from "@/lib/tags/values.ts";
import { HueField } from "./hue-field.tsx";
import { TagDot } from "./tag-chips.tsx";

const labels = { name: "Name", hue: "Colour" };

/** A tag in the settings: its name, what has it, and how it is changed. */
export function TagSettingsRow({ tag }: { tag: Tag & TagCounts }) {
  const { id, name, hue } = tag;
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) row.current?.querySelector("button")?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const close = () => setEditing(false);
  const remove = async () => {
    // The row goes, and with it the button that has the focus.
    const next = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    const result = await tried(() => removeTag(id));
    if (!result) return;
    const after = next ?? document.querySelector("main [name=name]");
    (after?.querySelector<HTMLElement>("button") ?? (after as HTMLElement | null))?.focus();
    showToast(result.message, result.done && (async () => (await bringBackTag(id)).message));
  };
  if (editing) {
    return (
      <li ref={row} className="row-list__row tag-row--editing">
        <ActionForm
          formKey={`tag-${id}`}
          action={editTag.bind(null, id)}
          submit="Save"
          refusal="The tag hasn’t changed"
          labels={labels}
          cancel={close}
          onSaved={close}
          noDraft
          typing
        >
          <TextField
            name="name"
            label={labels.name}
            defaultValue={name}
            limit={maxTagName}
            autoComplete="off"
            required
          />
          <HueField label={labels.hue} current={hue} />
        </ActionForm>
      </li>
    );
  }
  return (
    <li ref={row} className="row-list__row">
      <TagDot hue={hue} />
      <div>
        <p className="row-list__name">{name}</p>
        <p className="row-list__note">
          <Uses tag={tag} />
        </p>
      </div>
      <Button size="s" variant="quiet" onClick={() => setEditing(true)}>
        Edit<span className="sr-only"> {name}</span>
      </Button>
      <Button size="s" variant="quiet" onClick={remove}>
        Delete<span className="sr-only"> {name}</span>
      </Button>
    </li>
  );
}

const uses = [
  ["job_posting", "/postings", "posting", "postings"],
  ["email_opportunity", "/opportunities", "opportunity", "opportunities"],
  ["contact", "/contacts", "contact", "contacts"],
  ["company", "/companies", "company", "companies"],
] as const;

/** What has a tag, each kind as a link to its list. */
function Uses({ tag }: { tag: Tag & TagCounts }) {
  const used = uses.filter(([kind]) => tag[kind] > 0);
  if (used.length === 0) return "On nothing yet";
  return used.map(([kind, path, one, many], at) => (
    <span key={kind}>
      {at > 0 && " · "}
      <Link href={`${path}?tag=${tag.id}`}>
        {formatNumber(tag[kind])} {tag[kind] === 1 ? one : many}
      </Link>
    </span>
  ));
}

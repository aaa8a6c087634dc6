import type { IconShape } from "@/components/ui/icons.ts";
import { Excerpt, Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import type { Command } from "./palette-commands.ts";
import type { SearchItem } from "./search-groups.ts";

/** A command or a page in the palette, with the keys that do the same. */
export function CommandRow({ icon, label, keys }: Command) {
  return (
    <>
      <Icon of={icon} />
      <span className="palette__label">{label}</span>
      {keys && (
        <span className="palette__keys">
          {keys.split(" ").map((key) => (
            <kbd key={key} className="key">
              {key}
            </kbd>
          ))}
        </span>
      )}
    </>
  );
}

/** A result in the palette, with how it stands and when it was. */
export function ResultRow(item: SearchItem & { icon: IconShape }) {
  const { icon, label, labelParts, note, noteParts, excerpt, status, date } = item;
  return (
    <>
      <Icon of={icon} />
      <span className="palette__label">
        {labelParts ? <Highlight text={labelParts} /> : label}
        {note && (
          <span className="palette__note">{noteParts ? <Highlight text={noteParts} /> : note}</span>
        )}
      </span>
      {status && <StatusMark kind={status.kind}>{status.label}</StatusMark>}
      {date && <span className="palette__date">{date[1]}</span>}
      <Excerpt text={excerpt} />
    </>
  );
}

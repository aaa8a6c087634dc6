import type { ReactNode } from "react";

type Props = { title?: string; note?: string; children: ReactNode };

/** Fields that belong together, in two columns where there is room. */
export function FieldGrid({ title, note, children }: Props) {
  return (
    <fieldset className="field-grid">
      {title && <legend>{title}</legend>}
      {note && <p className="field-grid__note">{note}</p>}
      <div className="field-grid__fields">{children}</div>
    </fieldset>
  );
}

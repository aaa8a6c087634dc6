"use client";

/** Checks or clears every checkbox of this name in the same table. */
export function SelectAll({ name }: { name: string }) {
  const toggle = (box: HTMLInputElement) => {
    const boxes = box.closest("table")?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
    for (const other of boxes ?? []) {
      if (other.checked === box.checked) continue;
      other.checked = box.checked;
      other.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  return (
    <input
      type="checkbox"
      className="check"
      aria-label="Select all"
      onChange={(event) => toggle(event.currentTarget)}
    />
  );
}

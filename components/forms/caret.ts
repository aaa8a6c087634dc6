import { takeTyped } from "./type-ahead.ts";

const typeable =
  "input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";

const isTypeable = (field: Element): field is HTMLElement =>
  field instanceof HTMLElement && field.matches(typeable) && field.checkVisibility();

const isMissing = (field: HTMLElement) =>
  "required" in field && field.required === true && "value" in field && field.value === "";

/** Puts the caret at the end of the first field inside that needs typing: an empty one that is required, or the first. */
export function placeCaret(inside: Element): void {
  const fields = [...inside.querySelectorAll(typeable)].filter(isTypeable);
  focusAtEnd(fields.find((field) => isMissing(field)) ?? fields[0]);
}

/**
 * The same for a form that has just opened, unless somebody types already. An address that ends in a field's id asks
 * for that field; on a touch screen only such an address brings up the keyboard.
 */
export function placeFirstCaret(form: HTMLElement | null): void {
  if (!form) return;
  const { activeElement: active } = document;
  if (active && isTypeable(active)) return;
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked && form.contains(asked)) focusAtEnd(asked);
  else if (!matchMedia("(pointer: coarse)").matches) placeCaret(form);
  const typed = takeTyped();
  const field = document.activeElement;
  if (typed && isTextField(field) && form.contains(field)) {
    field.setRangeText(typed, field.value.length, field.value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const isTextField = (field: Element | null | undefined) =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;

function focusAtEnd(field: HTMLElement | undefined): void {
  field?.focus();
  if (!isTextField(field) || field.selectionStart === null) return;
  field.setSelectionRange(field.value.length, field.value.length);
}

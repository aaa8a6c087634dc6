/** What a toast's Undo button restores: the kind of thing and its ids. */
export type UndoRef = { kind: string; ids: number[] };

/** Where a message leads besides: a path of ours, and the words of its link. */
export type NextStep = { href: string; label: string };

/** A message for the next page. `settles` names what older messages may not undo any more. */
export type Flash = { message: string; undo?: UndoRef; settles?: UndoRef; next?: NextStep };

export const flashCookie = "flash";

/** The flash message in `document.cookie`, if there is a valid one. */
export function readFlash(cookies: string): Flash | undefined {
  const found = cookies.split("; ").find((part) => part.startsWith(`${flashCookie}=`));
  if (!found) return undefined;
  try {
    const flash: unknown = JSON.parse(decodeURIComponent(found.slice(flashCookie.length + 1)));
    return isFlash(flash) ? flash : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function isFlash(value: unknown): value is Flash {
  if (!isObject(value) || typeof value.message !== "string") return false;
  return isUndoRef(value.undo) && isUndoRef(value.settles) && isNextStep(value.next);
}

const isNextStep = (next: unknown) =>
  next === undefined ||
  (isObject(next) &&
    typeof next.label === "string" &&
    typeof next.href === "string" &&
    /^\/(?![/\\])/.test(next.href));

const isUndoRef = (ref: unknown) =>
  ref === undefined ||
  (isObject(ref) &&
    typeof ref.kind === "string" &&
    Array.isArray(ref.ids) &&
    ref.ids.every(Number.isInteger));

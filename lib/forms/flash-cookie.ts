/** What a toast's Undo button restores: the kind of thing and its ids. */
export type UndoRef = { kind: string; ids: number[] };
export type Flash = { message: string; undo?: UndoRef };

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
  const { undo } = value;
  if (undo === undefined) return true;
  return (
    isObject(undo) &&
    typeof undo.kind === "string" &&
    Array.isArray(undo.ids) &&
    undo.ids.every(Number.isInteger)
  );
}

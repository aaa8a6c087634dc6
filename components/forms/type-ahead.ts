const keptForMs = 3000;

let typed = "";
let until = 0;

/** From now on, until a form opens, what is typed is meant for its first field. */
export function beginTypeAhead(): void {
  typed = "";
  until = Date.now() + keptForMs;
}

/** Keeps a key that was typed before the form was there. Returns whether it did. */
export function keepTyped(key: string): boolean {
  if (Date.now() > until || key.length !== 1) return false;
  typed += key;
  return true;
}

/** What was typed before the form was there. */
export function takeTyped(): string {
  const taken = Date.now() > until ? "" : typed;
  until = 0;
  return taken;
}

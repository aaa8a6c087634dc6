import { setImmediate } from "node:timers/promises";

/** How long work may go on before others have their turn, in milliseconds. */
const sliceMs = 15;

/** Gives a function that yields to the event loop where it was not given back for `sliceMs`; for loops over much work. */
export function yieldEvery(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < sliceMs) return undefined;
    return setImmediate().then(() => {
      begun = performance.now();
    });
  };
}

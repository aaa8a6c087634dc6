import { setImmediate } from "node:timers/promises";
import { checkWorkLimit } from "./work-limit.ts";

/** How long work may go on before others have their turn, in milliseconds. */
const sliceMs = 15;

/**
 * Gives a function that yields to the event loop where it was not given back for `sliceMs`, for loops over much work.
 * It throws where the work came to its limit.
 */
export function yieldEvery(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < sliceMs) return undefined;
    return setImmediate().then(() => {
      checkWorkLimit();
      begun = performance.now();
    });
  };
}

let turn: Promise<void> = Promise.resolve();

/** Resolves in a turn of the event loop that no other call of this has, so that long statements never run in one turn. */
export function ownTurn(): Promise<void> {
  turn = turn.then(() => setImmediate());
  return turn;
}

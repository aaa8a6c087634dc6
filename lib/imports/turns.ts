import { shared } from "../../db/process-state.ts";
import { Turns } from "../runtime/turns.ts";

/**
 * Imports that are read, planned, written or undone: two at once, since each yields after 15 ms and all of them
 * together hold up everybody else, and since each holds what it has read in memory.
 */
export const importTurns = shared(
  "import turns",
  () =>
    new Turns({
      running: 2,
      waiting: 50,
      sentence: "Many files are being imported at this moment. Try again in a minute.",
    }),
);

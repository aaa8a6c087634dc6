// Shifts the clock of the process that loads this by the number of seconds in the file FAULT_CLOCK.
import { readFileSync } from "node:fs";

const maxAgeMs = 50;
const realNow = Date.now.bind(Date);
let [shiftMs, readAt] = [0, 0];

function shiftedNow() {
  const now = realNow();
  if (now - readAt > maxAgeMs) {
    readAt = now;
    try {
      shiftMs = Number(readFileSync(process.env.FAULT_CLOCK ?? "", "utf8")) * 1_000;
    } catch {
      shiftMs = 0;
    }
  }
  return now + shiftMs;
}

Date.now = shiftedNow;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [shiftedNow()], newTarget),
});

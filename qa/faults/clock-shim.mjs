// Shifts this process's clock by the seconds that stand in the file FAULT_CLOCK.
import { readFileSync } from "node:fs";

const real = Date.now.bind(Date);
let [shift, read] = [0, 0];

function shifted() {
  const now = real();
  if (now - read > 50) {
    read = now;
    try {
      shift = Number(readFileSync(process.env.FAULT_CLOCK ?? "", "utf8")) * 1_000;
    } catch {
      shift = 0;
    }
  }
  return now + shift;
}

Date.now = shifted;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, as) =>
    Reflect.construct(target, given.length > 0 ? given : [shifted()], as),
});

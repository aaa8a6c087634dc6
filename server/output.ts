import { log, placeOf, wordsOf } from "../lib/runtime/log.ts";

/** Says that the server is ready: in words at a terminal, elsewhere in a line like all others. */
export function announce(address: string, database: string, firstStart: boolean): void {
  const unsafe =
    "RATE_LIMITS is off: passwords can be guessed without end. Use this for tests alone.";
  if (process.env.RATE_LIMITS === "off") log("warn", "unsafe", { message: unsafe });
  if (!process.stdout.isTTY) {
    log("info", "ready", { message: `Foothold is at ${address}`, database });
    return;
  }
  console.log(`Foothold is at ${address}
Your data is in ${database}

${firstStart ? "Open the address and make your account." : "Open the address and sign in."} Ctrl+C stops it.`);
}

/** Turns what Next and others print into log lines, errors without the values of their queries. */
export function logConsole(): void {
  for (const [method, level] of [
    ["log", "info"],
    ["info", "info"],
    ["debug", "debug"],
    ["warn", "warn"],
    ["error", "error"],
  ] as const) {
    console[method] = (...values: unknown[]) => {
      const message = values.map(wordsOf).join(" ");
      const error = values.find((value) => value instanceof Error);
      log(level, "said", { message, place: placeOf(error) });
    };
  }
}

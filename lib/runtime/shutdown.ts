import { shared } from "../../db/process-state.ts";

const hooks = shared<(() => Promise<void>)[]>("shutdown", () => []);

/** Registers a shutdown hook: work to do before the process ends, once no request is left. */
export function beforeEnd(work: () => Promise<void>): void {
  hooks.push(work);
}

/** Runs all shutdown hooks; a failing one stops nothing. */
export async function finish(): Promise<void> {
  await Promise.allSettled(hooks.map((work) => work()));
}

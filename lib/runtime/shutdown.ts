// On globalThis, since the server and what Next bundles each have a copy of this module.
const holder = globalThis as { footholdClosing?: (() => Promise<void>)[] };

/** Registers a shutdown hook: work to do before the process ends, once no request is left. */
export function beforeEnd(work: () => Promise<void>): void {
  holder.footholdClosing ??= [];
  holder.footholdClosing.push(work);
}

/** Runs all shutdown hooks; a failing one stops nothing. */
export async function finish(): Promise<void> {
  await Promise.allSettled((holder.footholdClosing ?? []).map((work) => work()));
}

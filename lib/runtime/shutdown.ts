// On globalThis, since the server and what Next bundles each have a copy of this module.
const holder = globalThis as { footholdClosing?: (() => Promise<void>)[] };

/** Names what must be done before the process ends, once no request is left. */
export function beforeEnd(work: () => Promise<void>): void {
  holder.footholdClosing ??= [];
  holder.footholdClosing.push(work);
}

/** Does all of it; what fails keeps nobody from ending. */
export async function finish(): Promise<void> {
  await Promise.allSettled((holder.footholdClosing ?? []).map((work) => work()));
}

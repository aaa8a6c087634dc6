import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** What is known of the request that is being answered. */
export type RequestNote = {
  id: string;
  user_id?: number;
  database_ms: number;
  /** what is to be done once the answer is out */
  after: (() => Promise<void>)[];
};

// On globalThis, since the server and what Next bundles each have a copy of this module.
const holder = globalThis as { footholdRequests?: AsyncLocalStorage<RequestNote> };

function storage(): AsyncLocalStorage<RequestNote> {
  holder.footholdRequests ??= new AsyncLocalStorage();
  return holder.footholdRequests;
}

/** The note of the request on whose behalf this runs; none outside of one. */
export const currentRequest = (): RequestNote | undefined => storage().getStore();

/** Runs what belongs to a request, so that all of it finds the note. */
export const within = (note: RequestNote, run: () => void): void => storage().run(note, run);

/** A request's id: the one that the client or the proxy gave it, else a new one. */
export function requestId(given: string | null | undefined): string {
  return given && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Notes on whose behalf the request is answered. */
export function noteUser(id: number): void {
  const note = currentRequest();
  if (note) note.user_id = id;
}

import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { shared } from "../../db/process-state.ts";

/** Context of the current request. */
export type RequestNote = {
  id: string;
  /** the pattern of its path, where it is the API's */
  route?: string;
  user_id?: number;
  database_ms: number;
  /** tasks to run after the response */
  after: (() => Promise<void>)[];
};

const storage = shared("request", () => new AsyncLocalStorage<RequestNote>());

/** The context of the current request; undefined outside of one. */
export const currentRequest = (): RequestNote | undefined => storage.getStore();

/** Runs a function in the context of a request. */
export const within = (note: RequestNote, run: () => void): void => storage.run(note, run);

/** The request id that the client or proxy sent, else a new one. */
export function requestId(given: string | null | undefined): string {
  return given && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Records the user of the current request, for the access log. */
export function noteUser(id: number): void {
  const note = currentRequest();
  if (note) note.user_id = id;
}

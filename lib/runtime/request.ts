import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { shared } from "../../db/process-state.ts";

/** Context of the current request. */
export type RequestContext = {
  id: string;
  /** the pattern of its path, where it is the API's */
  route?: string;
  user_id?: number;
  /** whether a server action is still to be found in the body, or runs */
  action?: "awaited" | "begun";
  database_ms: number;
  /** tasks to run after the response */
  after: (() => Promise<void>)[];
};

const storage = shared("request", () => new AsyncLocalStorage<RequestContext>());

/** The context of the current request; undefined outside of one. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Runs a function in the context of a request. */
export const runInContext = (context: RequestContext, run: () => void): void =>
  storage.run(context, run);

/** The request id that the client or proxy sent, else a new one. */
export function requestId(given: string | null | undefined): string {
  return given && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Notes that a server action runs, whose arguments could be read; what fails from now on is our fault. */
export function noteAction(): void {
  const context = currentRequest();
  if (context) context.action = "begun";
}

/** Records the user of the current request, for the access log. */
export function recordUser(id: number): void {
  const context = currentRequest();
  if (context) context.user_id = id;
}

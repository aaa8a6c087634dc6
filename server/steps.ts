import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** Middleware: answers a request, or calls `next` for the step after it. */
export type Step = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Handles each request by the steps, in their order; the last one answers all that is left. */
export function inOrder(...steps: Step[]): RequestListener {
  return (request, response) => {
    const run = (at: number): void => steps[at]?.(request, response, () => run(at + 1));
    run(0);
  };
}

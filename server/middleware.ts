import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** Middleware: answers a request, or calls `next` for the one after it. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Chains middleware in their order; the last one answers whatever is left. */
export function chain(...handlers: Middleware[]): RequestListener {
  return (request, response) => {
    const run = (at: number): void => handlers[at]?.(request, response, () => run(at + 1));
    run(0);
  };
}

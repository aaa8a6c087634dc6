import { AsyncResource } from "node:async_hooks";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";

/** Requests that may wait on one connection behind the one that is being answered. */
export const maxWaiting = 64;

/**
 * HTTP pipelining: Node hands over all requests of a connection at once, and would keep each answer until the ones
 * before it are sent. Here the next begins once the one before is sent; a connection that asks further ahead is closed.
 */
export function inTurn(handle: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>();
  return (request, response) => {
    // A response has its socket once it is its turn.
    if (response.socket) return handle(request, response);
    const { socket } = request;
    const count = (waiting.get(socket) ?? 0) + 1;
    if (count > maxWaiting) return void socket.destroy();
    waiting.set(socket, count);
    // Not in the context of the request before it.
    const begin = AsyncResource.bind(() => handle(request, response));
    response.once("socket", () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
      process.nextTick(begin);
    });
  };
}

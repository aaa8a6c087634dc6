import { AsyncResource } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { maxBodyBytes } from "../lib/http/body.ts";
import { boundaryOf } from "../lib/http/form-body.ts";
import { excessOf } from "../lib/json-text.ts";
import type { Middleware } from "./middleware.ts";
import { refuse } from "./request-checks.ts";

/**
 * Holds the request of a server action until its body is there, and refuses one that is longer, or whose JSON has more
 * values or nesting, than the API takes: React gives each value a turn of its own, a megabyte of lists a second.
 */
export const actionBodies: Middleware = (request, response, next) => {
  const type = request.headers["content-type"] ?? "";
  if (request.method !== "POST" || !(request.headers["next-action"] || isMultipart(type)))
    return next();
  // The body's end comes from the parser, outside the context of the request.
  const goOn = AsyncResource.bind(next);
  const decide = (body: Buffer | undefined) => {
    const excess =
      body &&
      modelsIn(body, type)
        .map((model) => excessOf(model))
        .find(Boolean);
    if (body && !excess) return goOn();
    const detail = excess
      ? `The body has too much in it: ${excess}.`
      : "The body is larger than 1 MB.";
    refuse(response, { status: excess ? 400 : 413, detail, headers: { connection: "close" } });
  };
  whenWhole(request, maxBodyBytes.default, decide);
};

const isMultipart = (type: string) => /^multipart\/form-data/i.test(type);

/**
 * Calls back with a request's body once it is whole, or with nothing once it is longer. The body stays readable: what
 * Node's parser hands over is looked at on its way into the stream.
 */
function whenWhole(
  request: IncomingMessage,
  maxBytes: number,
  done: (body: Buffer | undefined) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const add = (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
  };
  // A pipelined request may have come before its turn.
  const early: Buffer | null = request.read();
  if (early) request.unshift(early);
  if (early) add(early);
  if (request.complete) {
    done(bytes > maxBytes ? undefined : Buffer.concat(chunks));
    return;
  }
  const push = request.push.bind(request);
  const end = (body: Buffer | undefined) => {
    request.push = push;
    done(body);
  };
  request.push = (chunk: Buffer | null) => {
    if (chunk) add(chunk);
    const taken = push(chunk);
    if (bytes > maxBytes) end(undefined);
    else if (chunk === null) end(Buffer.concat(chunks));
    // Else the parser would wait until somebody reads.
    else return true;
    return taken;
  };
}

/** A part of a longer head is judged as a model, whatever its name. */
const maxHeadLength = 1_000;
/** The names of models: with quotes, without, escaped, or as RFC 8187 writes them. */
const isModel = /\bname(?:\*| ?= ?["\\]{0,3}(?:\d|\$ACTION_))/i;

/** The JSON that React reads of a body: all of it, or the parts that are no fields of a form. */
function modelsIn(body: Buffer, type: string): string[] {
  const text = body.toString("latin1");
  if (!isMultipart(type)) return [text];
  const boundary = boundaryOf(type);
  if (boundary === undefined) return [text];
  const models: string[] = [];
  const mark = `--${boundary}`;
  for (let at = text.indexOf(mark); at >= 0; ) {
    const next = text.indexOf(mark, at + mark.length);
    const part = text.slice(at, next < 0 ? undefined : next);
    const headEnd = part.indexOf("\r\n\r\n");
    const head = part.slice(0, headEnd < 0 ? undefined : headEnd);
    if (head.length > maxHeadLength || isModel.test(head)) models.push(part);
    at = next;
  }
  return models;
}

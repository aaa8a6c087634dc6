import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { countWrite } from "../accounts/auth/rate-limits.ts";
import { AppError, Unauthenticated } from "../errors.ts";
import { callerOf, requireSameOrigin } from "../http/caller.ts";
import { errorResponse } from "../http/error-response.ts";
import { HttpError } from "../http/errors.ts";
import { bareContentPolicy } from "../http/security-headers.ts";
import { readFile } from "./files/read-file.ts";
import { type ReadAnswer, type ReadReply, readLimits } from "./read-answer.ts";
import { readBox, readInput } from "./read-input.ts";

const given = z.union([
  z.strictObject({ typed: z.string() }),
  z.strictObject({ url: z.string().max(2048).optional(), html: z.string() }),
]);

/**
 * What the page of `/add` asks for what is typed, dropped or brought: JSON of the box (`typed`) or of a page (`url`,
 * `html`), or a file whose name is in the query. Answers what was read, writes nothing, and stops where the browser
 * stops waiting.
 */
export async function readForPage(request: Request): Promise<Response> {
  const headers = { "content-security-policy": bareContentPolicy, "cache-control": "no-store" };
  try {
    const caller = await callerOf(request);
    if (!caller.actor || caller.session_id === undefined) throw new Unauthenticated();
    requireSameOrigin(request, caller);
    await countWrite(caller.actor.user_id);
    const reply: ReadReply = { read: await readBody(caller.actor, request) };
    return Response.json(reply, { headers });
  } catch (error) {
    const { status, body, headers: more } = errorResponse(error, request, randomUUID());
    const detail = error instanceof AppError ? error.message : detailOf(body);
    const reply: ReadReply = { error: detail };
    return Response.json(reply, { status, headers: { ...more, ...headers } });
  }
}

const detailOf = (body: unknown) =>
  body && typeof body === "object" && "detail" in body ? String(body.detail) : "";

async function readBody(actor: Actor, request: Request): Promise<ReadAnswer> {
  const name = new URL(request.url).searchParams.get("name");
  const bytes = await boundedBytes(request);
  if (name !== null) {
    const { signal } = request;
    return readInput(actor, await readFile(name.slice(0, 255), bytes, { signal }), signal);
  }
  const body = given.safeParse(parseJson(bytes));
  if (!body.success) throw new AppError("Paste an address or a text first.", "invalid");
  if ("typed" in body.data) return readBox(actor, body.data.typed, request.signal);
  return readInput(actor, body.data, request.signal);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

async function boundedBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > readLimits.file) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () =>
  new HttpError(413, "That is more than 10 MB. Paste the posting’s text instead.", {
    connection: "close",
  });

import "server-only";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { Actor } from "../accounts/auth/actor.ts";
import { checkRateLimit, limits } from "../accounts/auth/rate-limits.ts";
import { AppError, Invalid, Unauthenticated } from "../errors.ts";
import { callerOf, requireSameOrigin } from "../http/caller.ts";
import { errorResponse } from "../http/error-response.ts";
import { HttpError } from "../http/errors.ts";
import { bareContentPolicy } from "../http/security-headers.ts";
import { fileName } from "./schema.ts";
import { importLimits, tooLarge } from "./spreadsheet/limits.ts";
import { type StageOptions, stageFile } from "./staging/stage.ts";
import { uploadPrefix } from "./staging/uploads.ts";

/** A line of the response: progress, and at the end the draft's id, sheets to choose from, or an error. */
export type UploadLine =
  | { step: "read" | "plan"; rows: number; of?: number }
  | { id: number }
  | { sheets: string[] }
  | { error: string };

/** A place of its own for an uploaded file, and what deletes it. */
export async function openUpload() {
  const folder = await mkdtemp(join(tmpdir(), uploadPrefix));
  return {
    path: join(folder, "file"),
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Upload endpoint for a browser session: the request's body is the spreadsheet, the response streams
 * progress as NDJSON. Aborting the request cancels the import and deletes the draft.
 */
export async function receiveUpload(request: Request): Promise<Response> {
  const { path, clear } = await openUpload();
  try {
    const caller = await callerOf(request);
    if (!caller.actor || caller.session_id === undefined) throw new Unauthenticated();
    requireSameOrigin(request, caller);
    await checkRateLimit(limits.upload, String(caller.actor.user_id));
    await saveBody(request, path);
    return streamProgress(caller.actor, path, request, clear);
  } catch (error) {
    await clear();
    const { status, body, headers } = errorResponse(error, request, randomUUID());
    const bare = { "content-security-policy": bareContentPolicy };
    return Response.json(body, { status, headers: { ...headers, ...bare } });
  }
}

async function saveBody(request: Request, path: string): Promise<void> {
  if (Number(request.headers.get("content-length")) > importLimits.bytes) {
    throw new HttpError(413, tooLarge);
  }
  if (!request.body) throw new Invalid({ file: ["Choose a file."] });
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > importLimits.bytes ? new HttpError(413, tooLarge) : null, chunk);
    },
  });
  const body = Readable.fromWeb(request.body as NodeStream);
  await pipeline(body, limit, createWriteStream(path, { mode: 0o600 }), { signal: request.signal });
}

function streamProgress(
  actor: Actor,
  path: string,
  request: Request,
  clear: () => Promise<void>,
): Response {
  const { searchParams } = new URL(request.url);
  const name = fileName.parse(searchParams.get("name") ?? "");
  const leaving = new AbortController();
  request.signal.addEventListener("abort", () => leaving.abort());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: UploadLine) => {
        if (!leaving.signal.aborted)
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const onProgress: StageOptions["onProgress"] = (step, rows, of) => {
        if (leaving.signal.aborted) throw new AppError("Stopped.");
        send({ step, rows, of });
      };
      const sheet = searchParams.get("sheet") ?? undefined;
      try {
        send(
          await stageFile(actor, path, name, {
            sheet,
            onProgress,
            canAsk: true,
            signal: leaving.signal,
          }),
        );
      } catch (error) {
        send({ error: errorText(error, request) });
      } finally {
        await clear();
      }
      if (!leaving.signal.aborted) controller.close();
    },
    cancel() {
      leaving.abort();
    },
  });
  const headers = {
    "content-type": "application/x-ndjson",
    "content-security-policy": bareContentPolicy,
    "cache-control": "no-store",
  };
  return new Response(body, { headers });
}

function errorText(error: unknown, request: Request): string {
  if (error instanceof AppError) return error.message;
  const { body } = errorResponse(error, request, randomUUID());
  return body && typeof body === "object" && "detail" in body ? String(body.detail) : "";
}

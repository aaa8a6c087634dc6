import "server-only";
import { env } from "../env.ts";
import { NotFound, Unauthenticated } from "../errors.ts";
import { requestId } from "../runtime/request.ts";
import { negotiateFormat } from "./accept.ts";
import { bodyFingerprint, maxBodyBytes, readBody } from "./body.ts";
import { type Caller, callerOf, requireSameOrigin, requireScope } from "./caller.ts";
import { preflightResponse } from "./cors.ts";
import { errorResponse } from "./error-response.ts";
import { HttpError } from "./errors.ts";
import { runIdempotent } from "./idempotency.ts";
import type { Operation, OperationResult } from "./operation.ts";
import { parseBody } from "./parse-body.ts";
import { checkRequestRateLimit } from "./rate-limits.ts";
import { offer } from "./registry.ts";
import type { Asked, Sent } from "./request.ts";
import { respond, responseOf } from "./respond.ts";

type Params = Record<string, string | string[] | undefined>;
type Answering = (request: Asked, context: { params: Params | Promise<Params> }) => Promise<Sent>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;
type Handlers = Record<"GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE", Handler>;

const nobody: Caller = { actor: null };
const forbidden = "You do not have permission to perform this action.";

/** The handlers of one path, for a route file to export. Every method answers, if only with 405. */
export function endpoint(...operations: Operation[]): Handlers {
  const path = new Path(operations);
  const answering: Answering = (request, context) => handle(path, request, context.params);
  const [first] = operations;
  if (first) offer(first.path, answering);
  return everyMethod(answering);
}

/** The handlers of a path that does not exist: 404, whoever asks and however. */
export function nothing(): Handlers {
  return everyMethod(async (request) => {
    const id = idOf(request);
    return respond(request, errorResponse(new NotFound(), request, id), "json", id);
  });
}

function everyMethod(answering: Answering): Handlers {
  const handler: Handler = async (request, context) =>
    responseOf(await answering(request, context));
  return {
    GET: handler,
    HEAD: handler,
    OPTIONS: handler,
    POST: handler,
    PUT: handler,
    PATCH: handler,
    DELETE: handler,
  };
}

/** What the operations of one path have in common. */
class Path {
  readonly operations: Map<string, Operation>;
  readonly allow: string;
  readonly first: Operation["access"];
  constructor(operations: Operation[]) {
    this.operations = new Map(operations.map((operation) => [operation.method, operation]));
    const get = this.operations.get("GET");
    if (get) this.operations.set("HEAD", get);
    // PATCH is ours, and only in its own media type: to clients of the documented API it does not exist.
    const documented = [...this.operations.keys()].filter((method) => !this.isOwnPatch(method));
    this.allow = [...documented, "OPTIONS"].join(", ");
    this.first = operations[0]?.access ?? "anyone";
  }

  isOwnPatch(method: string): boolean {
    return method === "PATCH" && this.operations.get("PATCH")?.mergePatch === true;
  }

  /** The operation that a request asks for. Throws 405. */
  find(request: Asked): Operation {
    const { method } = request;
    const found = this.operations.get(method);
    const merge = request.headers.get("content-type")?.startsWith("application/merge-patch+json");
    if (found && (merge || !this.isOwnPatch(method))) return found;
    throw new HttpError(405, `Method "${method}" not allowed.`, { allow: this.allow });
  }
}

const idOf = (request: Asked) => requestId(request.headers.get("x-request-id"));

async function handle(path: Path, request: Asked, params: Params | Promise<Params>): Promise<Sent> {
  const asked = preflightResponse(request, path.allow);
  if (asked) return asked;
  const id = idOf(request);
  let form: "json" | "html" = "json";
  let answer: OperationResult;
  try {
    form = negotiateFormat(request.headers.get("accept"));
    answer = await answerOf(path, request, params);
  } catch (error) {
    answer = errorResponse(error, request, id);
  }
  return respond(request, answer, form, id);
}

async function answerOf(
  path: Path,
  request: Asked,
  given: Params | Promise<Params>,
): Promise<OperationResult> {
  const caller = path.first === "anyone-blind" ? nobody : await callerOf(request);
  if (path.first.endsWith("-first")) requireActor(caller, path.first);
  if (request.method === "OPTIONS") return description(path);
  const found = path.find(request);
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (!found.access.startsWith("anyone")) {
    requireActor(caller, found.access);
    requireScope(caller, changes ? "write" : "read");
  }
  if (changes) requireSameOrigin(request, caller);
  const left = await checkRequestRateLimit(found, changes, request, caller);
  const answer = await answered(found, caller, request, given, changes);
  return { ...answer, headers: { ...left, ...answer.headers } };
}

async function answered(
  found: Operation,
  caller: Caller,
  request: Asked,
  given: Params | Promise<Params>,
  changes: boolean,
): Promise<OperationResult> {
  const limit = found.files ? maxBodyBytes.files : maxBodyBytes.default;
  const body = changes ? await readBody(request, limit) : { json: {} };
  const zone = caller.actor?.time_zone ?? env().TIME_ZONE;
  const params = found.params ? parseParams(found, await given) : undefined;
  const run = () =>
    found.run({
      // Where anyone may call, an operation does not look at it.
      actor: caller.actor as NonNullable<Caller["actor"]>,
      caller,
      params,
      read: () => parseBody(found, caller.actor, zone, body),
      request,
      // Parsed only where it is asked for.
      get url() {
        return new URL(request.url);
      },
    });
  return changes ? runIdempotent(caller.actor, request, () => bodyFingerprint(body), run) : run();
}

function requireActor(caller: Caller, access: Operation["access"]): void {
  if (!caller.actor) throw new Unauthenticated();
  if (access !== "admin-first") return;
  requireScope(caller, "admin");
  if (!caller.actor.is_staff) throw new HttpError(403, forbidden);
}

function parseParams(found: Operation, params: unknown): unknown {
  const read = found.params?.safeParse(params);
  if (!read?.success) throw new NotFound();
  return read.data;
}

function description(path: Path): OperationResult {
  const [first] = path.operations.values();
  const body = {
    name: first?.tag ?? "",
    description: first?.summary ?? "",
    renders: ["application/json", "text/html"],
    parses: ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
  };
  const patch = path.operations.get("PATCH");
  return {
    status: 200,
    body,
    headers: {
      allow: path.allow,
      ...(patch ? { "accept-patch": "application/merge-patch+json" } : {}),
    },
  };
}

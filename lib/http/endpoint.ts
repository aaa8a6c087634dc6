import "server-only";
import type { z } from "zod";
import { factorFirst } from "../accounts/auth/credentials.ts";
import { env } from "../env.ts";
import { NotFound, Unauthenticated } from "../errors.ts";
import { requestId } from "../runtime/request.ts";
import { bodyFingerprint, fileOf, maxBodyBytes, readBody } from "./body.ts";
import { type Caller, callerOf, requireSameOrigin, requireScope } from "./caller.ts";
import { preflightResponse } from "./cors.ts";
import { errorResponse } from "./error-response.ts";
import { HttpError } from "./errors.ts";
import { runIdempotent } from "./idempotency.ts";
import type { Operation, OperationResult } from "./operation.ts";
import { parseBody } from "./parse-body.ts";
import { checkRequestRateLimit } from "./rate-limits.ts";
import type { ApiHandler, ApiRequest, ApiResponse } from "./request.ts";
import { negotiateFormat, type ResponseFormat, respond } from "./respond.ts";
import { Router } from "./router.ts";

const anonymous: Caller = { actor: null };
const forbidden = "You do not have permission to perform this action.";

/** The router of operations; a path that is an alias answers like the path that it stands for. */
export function routerOf(
  operations: readonly Operation[],
  aliases: Readonly<Record<string, string>> = {},
): Router {
  const router = new Router();
  const paths = Map.groupBy(operations, ({ path }) => path);
  const handlers = new Map([...paths].map(([path, ofPath]) => [path, endpoint(ofPath)]));
  for (const [path, handler] of handlers) router.add(path, handler);
  for (const [alias, path] of Object.entries(aliases)) {
    const handler = handlers.get(path);
    if (!handler) throw new Error(`${alias} is an alias of ${path}, which no operation has.`);
    router.add(alias, handler);
  }
  return router;
}

/** The handler of one path. Every method answers, if only with 405. */
function endpoint(operations: readonly Operation[]): ApiHandler {
  const path = new Path(operations);
  return (request, params) => handle(path, request, params);
}

/** The handler of a path that does not exist: 404 for any caller and method. */
export async function notFound(request: ApiRequest): Promise<ApiResponse> {
  const id = idOf(request);
  return respond(request, errorResponse(new NotFound(), request, id), "json", id);
}

/** What the operations of one path have in common. */
class Path {
  readonly operations: Map<string, Operation>;
  readonly allow: string;
  /** what another origin's page may send: PATCH too, which needs a preflight */
  readonly corsMethods: string;
  readonly access: Operation["access"];
  constructor(operations: readonly Operation[]) {
    this.operations = new Map(operations.map((operation) => [operation.method, operation]));
    const get = this.operations.get("GET");
    if (get) this.operations.set("HEAD", get);
    // PATCH is ours, and only in its own media type: to clients of the documented API it does not exist.
    const documented = [...this.operations.keys()].filter((method) => !this.isOwnPatch(method));
    this.allow = [...documented, "OPTIONS"].join(", ");
    this.corsMethods = [...this.operations.keys(), "OPTIONS"].join(", ");
    this.access = operations[0]?.access ?? "anyone";
  }

  isOwnPatch(method: string): boolean {
    return method === "PATCH" && this.operations.get("PATCH")?.mergePatch === true;
  }

  /** The operation that a request asks for. Throws 405. */
  find(request: ApiRequest): Operation {
    const { method } = request;
    const found = this.operations.get(method);
    const merge = request.headers.get("content-type")?.startsWith("application/merge-patch+json");
    if (found && (merge || !this.isOwnPatch(method))) return found;
    throw new HttpError(405, `Method "${method}" not allowed.`, { allow: this.allow });
  }
}

const idOf = (request: ApiRequest) => requestId(request.headers.get("x-request-id"));

type Params = Readonly<Record<string, string>>;

async function handle(path: Path, request: ApiRequest, params: Params): Promise<ApiResponse> {
  const allowed = preflightResponse(request, path);
  if (allowed) return allowed;
  const id = idOf(request);
  let form: ResponseFormat = "json";
  let answer: OperationResult;
  try {
    form = negotiateFormat(request.headers.get("accept"));
    answer = await dispatch(path, request, params);
  } catch (error) {
    answer = errorResponse(error, request, id);
  }
  return respond(request, answer, form, id);
}

/** Finds the caller and the operation, checks access and rate limits, and runs it. Throws where one of them fails. */
async function dispatch(path: Path, request: ApiRequest, params: Params): Promise<OperationResult> {
  const caller = path.access === "anyone-unauthenticated" ? anonymous : await callerOf(request);
  if (path.access.endsWith("-first")) requireActor(caller, path.access);
  if (request.method === "OPTIONS") return optionsResponse(path);
  const operation = path.find(request);
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (!operation.access.startsWith("anyone")) {
    requireActor(caller, operation.access);
    requireScope(caller, changes ? "write" : "read", operation.scope);
  }
  if (changes) requireSameOrigin(request, caller);
  const limitHeaders = await checkRequestRateLimit(operation, changes, request, caller);
  const answer = await runOperation(operation, caller, request, params, changes);
  return { ...answer, headers: { ...limitHeaders, ...answer.headers } };
}

async function runOperation(
  operation: Operation,
  caller: Caller,
  request: ApiRequest,
  params: Params,
  changes: boolean,
): Promise<OperationResult> {
  const usual = operation.files ? maxBodyBytes.files : maxBodyBytes.default;
  const { types, maxBytes = usual } = operation.file ?? {};
  const body = changes
    ? await readBody(request, maxBytes, types, operation.maxBodyBytes)
    : { json: {} };
  const zone = caller.actor?.time_zone ?? env().TIME_ZONE;
  const parsed = operation.params ? parseParams(operation.params, params) : undefined;
  const run = () =>
    operation.run({
      // Where anyone may call, an operation does not look at it.
      actor: caller.actor as NonNullable<Caller["actor"]>,
      caller,
      params: parsed,
      read: () => parseBody(operation, caller.actor, zone, body),
      readFile: () => fileOf(body),
      request,
      // Parsed only where it is asked for.
      get url() {
        return new URL(request.url);
      },
    });
  if (!changes) return run();
  const shownOnce = operation.shownOnce ?? false;
  return runIdempotent(caller.actor, request, () => bodyFingerprint(body), run, shownOnce);
}

function requireActor(caller: Caller, access: Operation["access"]): void {
  if (caller.lacks_factor) throw new HttpError(403, factorFirst);
  if (!caller.actor) throw new Unauthenticated();
  if (access !== "admin-first") return;
  requireScope(caller, "admin");
  if (!caller.actor.is_staff) throw new HttpError(403, forbidden);
}

function parseParams(shape: z.ZodType, params: Params): unknown {
  const parsed = shape.safeParse(params);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

/** The response to OPTIONS: the path's methods and media types. */
function optionsResponse(path: Path): OperationResult {
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

import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import type { TokenScope } from "../accounts/personal-tokens/values.ts";
import { withBase } from "../base-path.ts";
import type { FieldErrors } from "../errors.ts";
import type { Chunks } from "../lists/chunks.ts";
import type { Collection } from "../lists/collection.ts";
import type { FileBody } from "./body.ts";
import type { Caller } from "./caller.ts";
import type { ApiRequest } from "./request.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who may call. `anyone` still refuses a bad Authorization header; `anyone-unauthenticated` ignores credentials.
 * `-first` refuses before the method is checked: 401 or 403 comes before 405.
 */
export type Access = "anyone" | "anyone-unauthenticated" | "user" | "user-first" | "admin-first";

/** What an operation answers: `json` is JSON made already, `body` is still to be written as JSON. */
export type OperationResult = {
  status: number;
  body?: unknown;
  json?: Chunks;
  /** an answer that is not JSON, in the operation's own type */
  text?: string;
  /** the validator of `json`, where it is known */
  etag?: string;
  headers?: Record<string, string>;
};

/** What an operation is given to work with, all of it parsed. */
export type Call<Params, Body> = {
  actor: Actor;
  caller: Caller;
  params: Params;
  /** Parses the body. Throws what is wrong with it; so it is asked for after the row that it is for. */
  read: () => Promise<Body>;
  /** The file that is the body. Throws what is wrong with it. */
  readFile: () => FileBody;
  request: ApiRequest;
  url: URL;
};

/** The shape of a body; `zone` reads date-times without an offset. */
export type BodyShape<Body> = (zone: string) => z.ZodType<Body>;

type ResponseDescription = { description: string; schema?: z.ZodType };

/** One method on one path: what it takes, who may call it, what it answers and what it does. */
export type Operation<Params = unknown, Body = unknown> = {
  id: string;
  method: Method;
  path: string;
  tag: string;
  summary: string;
  access: Access;
  /** a scope that a personal token may have for it in place of the usual one (`read`, to change `write`) */
  scope?: TokenScope;
  params?: z.ZodType<Params>;
  body?: BodyShape<Body>;
  /** how the body is described, where its shape leaves the faults to `run` */
  input?: z.ZodType;
  /** its body carries files: it comes as a multipart form, and may be larger */
  files?: boolean;
  /** its body is one file of one of these media types, of so many bytes at most */
  file?: { types: readonly string[]; maxBytes: number };
  /** the longest JSON body in bytes, where that is more than of others */
  maxBodyBytes?: number;
  /** what only the database knows of a body that is wrong already, so that all of its faults are said at once */
  check?: (actor: Actor, fields: Record<string, unknown>) => Promise<FieldErrors>;
  /** which limit a request counts against; changes count against that on writes */
  limit?: "sign_in_address" | "sign_up_request" | "token";
  /** the list that is answered, whose fields are query parameters */
  list?: Collection;
  /** it answers in pages where it is asked to, and is no such list */
  paged?: boolean;
  /** what its address may ask, where it is no list; `run` parses it from the url */
  query?: z.ZodType;
  /** it changes a row only as the client read it, where If-Match says so */
  conditional?: true;
  /** its answer holds a secret that is shown this once, so no replay gives it again */
  shownOnce?: true;
  /** PATCH in its own media type only: to clients of the documented API it does not exist */
  mergePatch?: true;
  /** the sentence of a 400, where it is one and no list of fields */
  badRequest?: string;
  /** fields that a form leaves out are not touched, booleans included */
  partial?: boolean;
  responses: Record<number, ResponseDescription>;
  /** the media type of an answer that is not JSON */
  produces?: string;
  /** a request and an answer to read */
  example?: { request?: unknown; response?: unknown };
  run: (call: Call<Params, Body>) => Promise<OperationResult>;
};

/**
 * Declares an operation; the types of what `run` is given follow from its shapes. To all others it is one
 * operation like any other: they parse before they run it.
 */
export function operation<Params, Body>(definition: Operation<Params, Body>): Operation {
  return definition as unknown as Operation;
}

/** The id in a path: digits, and no more of them than a row's id can have. */
export const idParam = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

/** 200 with a value. */
export const ok = (body: unknown): OperationResult => ({ status: 200, body });

/** 201 with the created representation and its address. */
export const created = (location: string, body: unknown): OperationResult => ({
  status: 201,
  body,
  headers: { location: withBase(location) },
});

export const noContent: OperationResult = { status: 204 };

import "server-only";
import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { fieldsOrForm, readBody } from "../../http/body.ts";
import { errorResponse } from "../../http/error-response.ts";
import { HttpError } from "../../http/errors.ts";
import { bareContentPolicy } from "../../http/security-headers.ts";
import { sessionCookie, sessionKeysIn, usesHttps } from "../auth/cookie.ts";
import { configuredProviders } from "../linked-accounts/providers.ts";
import { authOptions } from "./next-auth-options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's forms have a name, a password and a code; it takes seconds for a long body of many fields. */
const maxBodyBytes = 16_384;

/** What is used of next-auth's routes; its pages, its log and its list of providers are not. */
const methods: Readonly<Record<string, string>> = {
  csrf: "GET",
  session: "GET",
  signin: "GET",
  error: "GET",
  signout: "POST",
  "callback/credentials": "POST",
};

function methodOf(path: string): string | undefined {
  const isProvider = configuredProviders().some(({ id }) => path === `callback/${id}`);
  return isProvider ? "GET" : Object.hasOwn(methods, path) ? methods[path] : undefined;
}

/** Answers by next-auth what is used of its routes, with a body of bounded length; the rest does not exist. */
export async function answerNextAuth(request: NextRequest, context: Context): Promise<Response> {
  const response = await answer(request, context).catch((error) => {
    const { status, body, headers } = errorResponse(error, request, randomUUID());
    return Response.json(body, { status, headers });
  });
  const { headers } = response;
  headers.set("content-security-policy", bareContentPolicy);
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  if (usesHttps()) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const method = methodOf((await context.params).nextauth.join("/"));
  if (!method) throw new HttpError(404, "Not found.");
  if (request.method !== method)
    throw new HttpError(405, `Method "${request.method}" not allowed.`, { allow: method });
  requireOneSession(request.headers.get("cookie") ?? "");
  const handle: (request: NextRequest, context: Context) => Promise<Response> = NextAuth(
    authOptions(),
  );
  return handle(method === "POST" ? await withBoundedBody(request) : request, context);
}

/** Chunks of a long session cookie that are let through: ours has none, and a neighbour on the same host has a few. */
const maxChunks = 5;

// next-auth would take the last of several, and joins, decrypts and clears what has the name and a number behind it.
function requireOneSession(cookies: string): void {
  if (sessionKeysIn(cookies).length > 1)
    throw new HttpError(400, "Two session cookies were sent, and one alone can count.");
  if (cookies.split(sessionCookie().name).length - 1 > maxChunks)
    throw new HttpError(400, "The session cookie was sent in too many pieces.");
}

/** The same request with the texts of its form or JSON as a form. Throws 413, 415 and 400. */
async function withBoundedBody(request: NextRequest): Promise<NextRequest> {
  const received = fieldsOrForm(await readBody(request, maxBodyBytes));
  const fields = "form" in received ? received.form : Object.entries(received.fields);
  const texts = [...fields].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  const body = new URLSearchParams(texts);
  return new NextRequest(request.url, { method: "POST", headers, body });
}

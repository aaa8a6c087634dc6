import { usesHttps } from "../accounts/auth/cookie.ts";
import type { Chunks } from "../lists/chunks.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import { corsHeaders } from "./cors.ts";
import { HttpError } from "./errors.ts";
import { etagOf, matchesIfNoneMatch } from "./etag.ts";
import { jsonIndenter } from "./json-indent.ts";
import type { OperationResult } from "./operation.ts";
import type { ApiRequest, ApiResponse } from "./request.ts";
import { bareContentPolicy } from "./security-headers.ts";

// As the documented API ranks a range: by how much it says. Both forms tie, and then JSON is first.
const specificity = (range: string) =>
  range.startsWith("*/") ? 0 : range.endsWith("/*") ? 1 : range.includes(";") ? 3 : 2;

const mediaTypes = { json: "application/json", html: "text/html" } as const;

export type ResponseFormat = keyof typeof mediaTypes;

/** Which form of the answer an Accept header asks for. Throws 406 where it takes neither. */
export function negotiateFormat(accept: string | null): ResponseFormat {
  if (!accept || accept === "*/*" || accept === mediaTypes.json) return "json";
  const ranges = accept
    .toLowerCase()
    .split(",")
    .map((range) => range.replace(/;\s*q=[\d.]*/, "").trim())
    .filter(Boolean);
  for (const level of [3, 2, 1, 0]) {
    const types = ranges
      .filter((range) => specificity(range) === level)
      .map((range) => range.split(";")[0]?.trim() ?? "");
    const accepts = (mediaType: string) =>
      types.some(
        (type) => type === mediaType || type === "*/*" || type === `${mediaType.split("/")[0]}/*`,
      );
    if (accepts(mediaTypes.json)) return "json";
    if (accepts(mediaTypes.html)) return "html";
  }
  throw new HttpError(406, "Could not satisfy the request Accept header.");
}

const vary = "Accept, Accept-Encoding, Authorization, Cookie";

/** The response to an answer: its form, its validator, and the headers that all responses have. */
export async function respond(
  request: ApiRequest,
  answer: OperationResult,
  form: ResponseFormat,
  id: string,
): Promise<ApiResponse> {
  const { status } = answer;
  const headers: Record<string, string> = {
    ...answer.headers,
    "x-request-id": id,
    vary,
    "cache-control": answer.headers?.["cache-control"] ?? "private, no-cache",
    "content-security-policy": bareContentPolicy,
    // The pages' own is set in proxy.ts, which does not see /api.
    ...(usesHttps() ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
    ...corsHeaders(request, vary),
  };
  const content =
    answer.text ?? answer.json ?? (answer.body === undefined ? null : JSON.stringify(answer.body));
  if (content === null) return { status, headers, body: null };
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && answer.status === 200) {
    const etag = answer.etag ?? etagOf(content);
    headers.etag = etag;
    if (matchesIfNoneMatch(request, etag)) return { status: 304, headers, body: null };
  }
  const type = form === "json" ? "application/json" : "text/html; charset=utf-8";
  headers["content-type"] = answer.headers?.["content-type"] ?? type;
  headers["x-content-type-options"] = "nosniff";
  if (request.method === "HEAD") return { status, headers, body: null };
  const isPage = form === "html" && !answer.text;
  return { status, headers, body: isPage ? await page(request, content) : content };
}

/** The answer as a person can read it in a browser. */
async function page(request: ApiRequest, content: string | Chunks): Promise<string | Chunks> {
  const title = `${request.method} ${new URL(request.url).pathname}`;
  const begin = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><pre>`;
  const end = "</pre></html>";
  const indent = jsonIndenter();
  const shown = (json: string) => escaped(indent(json));
  if (typeof content === "string") return begin + shown(content) + end;
  const pieces: Chunks = [encoder.encode(begin)];
  const yieldIfLong = yieldEvery();
  for (const chunk of content) {
    pieces.push(encoder.encode(shown(Buffer.from(chunk).toString())));
    await yieldIfLong();
  }
  return [...pieces, encoder.encode(end)];
}

const encoder = new TextEncoder();

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

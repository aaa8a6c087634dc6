import { readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pageHeaders } from "../lib/http/page-headers.ts";
import { guards } from "../lib/http/security-headers.ts";

/** What a page of the build exports for a server: https://nextjs.org/docs/app/api-reference/adapters/invoking-entrypoints */
type EntryPoint = {
  handler: (request: IncomingMessage, response: ServerResponse, context: object) => Promise<void>;
};

/**
 * Draws the pages of people who are signed in by the build's own entry points, without the router and the proxy
 * before them. Only what a browser asks when a page is opened comes here; all else is left to `handle`.
 */
export function pages(
  handle: RequestListener,
  routeOf: (path: string) => string,
  folder: string,
): RequestListener {
  const read = (name: string): Record<string, string> =>
    JSON.parse(readFileSync(join(folder, name), "utf8"));
  const files = read("server/app-paths-manifest.json");
  const known = new Map(
    Object.entries(read("app-path-routes-manifest.json"))
      .filter(([page]) => page.startsWith("/(tracker)/") && page.endsWith("/page"))
      .map(([page, route]) => [route, files[page] ?? ""]),
  );
  const load = createRequire(resolve(folder, "server", "_"));
  const draw = async (file: string, request: IncomingMessage, response: ServerResponse) => {
    const headers = pageHeaders();
    // What proxy.ts tells the page, and Next the nonce.
    request.headers["content-security-policy"] = headers["content-security-policy"];
    request.headers["x-foothold-path"] = request.url;
    for (const [name, value] of Object.entries({ ...guards, ...headers }))
      response.setHeader(name, value);
    const entry = (await load(`./${file}`)) as EntryPoint;
    await entry.handler(request, response, {});
  };
  return (request, response) => {
    const url = request.url ?? "";
    const [path = "", query = ""] = url.split("?", 2);
    const file = isOpening(request, path, query) ? known.get(routeOf(path)) : undefined;
    if (!file) return handle(request, response);
    // The framework draws what could not be drawn, and notes why.
    draw(file, request, response).catch(() =>
      response.headersSent ? response.destroy() : handle(request, response),
    );
  };
}

const cookie = /(?:^|;\s*)(?:__Host-)?next-auth\.session-token=/;
// What the router and the proxy look at: moves within the app, actions, drafts, and what only they may say.
const others =
  /^(authorization$|rsc$|next-|purpose$|x-(middleware|next|now|matched|invoke|prerender)-)/;

function isOpening({ method, headers }: IncomingMessage, path: string, query: string): boolean {
  if (method !== "GET" || path.includes("%") || /(^|&)(_rsc|__next|nxt)/.test(query)) return false;
  if (!cookie.test(headers.cookie ?? "") || headers.cookie?.includes("__prerender_bypass"))
    return false;
  for (const name in headers) if (others.test(name)) return false;
  return true;
}

import type { IncomingMessage, RequestListener } from "node:http";
import { log, placeOf, wordsOf } from "../lib/runtime/log.ts";
import { countAnswered, countBegun } from "../lib/runtime/metrics.ts";
import { type RequestNote, requestId, within } from "../lib/runtime/request.ts";

/** Gives each request an id, and counts and logs it by its route's pattern once its answer is sent. */
export function observed(
  handle: RequestListener,
  routeOf: (path: string) => string,
): RequestListener {
  return (request, response) => {
    const begun = performance.now();
    const { method = "", url = "" } = request;
    const note: RequestNote = { id: requestId(given(request)), database_ms: 0, after: [] };
    request.headers["x-request-id"] = note.id;
    // The API says it itself, and files are kept by caches.
    if (!/^\/(api|_next)\//.test(url)) response.setHeader("x-request-id", note.id);
    countBegun();
    response.once("close", () => {
      for (const work of note.after) void work();
      const ms = performance.now() - begun;
      const query = url.indexOf("?");
      const route = routeOf(query < 0 ? url : url.slice(0, query));
      const status = response.statusCode;
      countAnswered(method, route, status, ms);
      const { id, user_id, database_ms } = note;
      const times = { ms: tenths(ms), database_ms: tenths(database_ms) };
      const cut = response.writableFinished ? undefined : true;
      log(levelOf(route, status), "request", { id, method, route, status, ...times, user_id, cut });
    });
    within(note, () => handle(request, response));
  };
}

function given({ headers }: IncomingMessage): string | undefined {
  const id = headers["x-request-id"];
  return Array.isArray(id) ? id[0] : id;
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

// Files and health checks say nothing that anybody would look for.
function levelOf(route: string, status: number) {
  if (status >= 500) return "error";
  return route === "/_next/*" || route.startsWith("/api/health") ? "debug" : "info";
}

/** Makes lines of ours out of what Next and others print, errors without the values of their queries. */
export function logConsole(): void {
  for (const [method, level] of [
    ["log", "info"],
    ["info", "info"],
    ["debug", "debug"],
    ["warn", "warn"],
    ["error", "error"],
  ] as const) {
    console[method] = (...said: unknown[]) => {
      const message = said.map(wordsOf).join(" ");
      log(level, "said", { message, place: placeOf(said.find((each) => each instanceof Error)) });
    };
  }
}

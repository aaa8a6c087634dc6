// All that we know of Next's build and of how it starts, beyond what it documents: the file to change for an
// upgrade of Next. qa/serving/next-build.ts says in words what no longer holds.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { type Router, registeredRouter } from "../lib/http/router.ts";
import type { Middleware } from "./middleware.ts";

export const buildFolder = ".next";
const noticeMs = 10_000;

type Route = { page: string; regex: string };
type RoutesManifest = { staticRoutes: Route[]; dynamicRoutes: Route[] };

const readBuild = (name: string) => JSON.parse(readFileSync(join(buildFolder, name), "utf8"));

/** The settings that the build was made with. */
export const builtConfig = (): Record<string, unknown> =>
  readBuild("required-server-files.json").config;

type Started = { router: Router; answer: Middleware; close: () => Promise<void> };

/** Starts Next with the build in the working directory. It runs instrumentation.ts, which registers the API. */
export async function startNext(hostname: string, port: number): Promise<Started> {
  // Else Next reads next.config.ts, which a standalone build does not have.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(builtConfig());
  // Where Next asks itself for the page that a form leads to; else it takes a proxy's `https` for its own.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${reachable(hostname)}:${port}`;
  const registered = registeredRouter();
  const { default: next } = await import("next");
  // A server that never listens: Next would take each `Upgrade` of ours for itself, and keep the socket. Without a
  // listener Node answers such a request like any other.
  const app = next({ dev: false, hostname, port, quiet: true, httpServer: createServer() });
  await withoutOutput(() => app.prepare());
  // Next does not wait for it before its first request.
  const waiting =
    "Waiting for instrumentation.ts, which migrates the database and registers the API.";
  const notice = setTimeout(() => console.error(waiting), noticeMs);
  const router = await registered;
  clearTimeout(notice);
  const handle = app.getRequestHandler();
  return {
    router,
    answer: (request, response) => void handle(request, response),
    close: () => app.close(),
  };
}

// A wildcard address is one to listen at, not one to ask.
function reachable(hostname: string): string {
  if (hostname === "0.0.0.0") return "127.0.0.1";
  if (hostname === "::") return "[::1]";
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

// Next prints a banner even with `quiet`; stdout is for our log lines.
async function withoutOutput(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => {};
  await work();
  console.log = log;
}

/**
 * Says which page of the build answers a path, as its pattern: `/postings/[id]`. So what is counted and logged
 * holds no id, no name and no path that somebody made up.
 */
export function pageRoutes(): (path: string) => string {
  const { staticRoutes, dynamicRoutes }: RoutesManifest = readBuild("routes-manifest.json");
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
    prefix: page.slice(0, page.indexOf("[")),
  }));
  return (path) => {
    if (path.startsWith("/_next/")) return "/_next/*";
    const page = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    if (fixed.has(page)) return page;
    const found = patterns.find((each) => page.startsWith(each.prefix) && each.pattern.test(page));
    return found?.page ?? "(none)";
  };
}

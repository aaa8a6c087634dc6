import { deepEqual, equal } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildFolder, builtConfig, pageRoutes } from "../../server/next.ts";
import { newDatabase, startServer } from "./server.ts";

const startTimeoutMs = 60_000;

type Assumption = [words: string, holds: () => boolean];

const { resolve } = createRequire(import.meta.url);
const sourceOfNext = (path: string) => readFileSync(resolve(`next/dist/${path}`), "utf8");
const isJson = (line: string) => line.startsWith("{") && line.endsWith("}");

/** What server/next.ts takes for granted of Next, which Next does not promise. Fails with what no longer holds. */
export async function checkNextBuild(): Promise<void> {
  const started = startServer("standalone", { DATABASE_URL: newDatabase() });
  const server = await Promise.race([started, setTimeout(startTimeoutMs)]);
  if (!server) throw new Error("Next does not run instrumentation.ts as it starts.");
  const login = await fetch(`${server.address}/login`);
  const page = await login.text();
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  const assumptions: Assumption[] = [
    [
      "required-server-files.json holds the settings of the build under `config`",
      () => builtConfig().distDir === buildFolder && builtConfig().poweredByHeader === false,
    ],
    [
      "Next takes its settings from __NEXT_PRIVATE_STANDALONE_CONFIG, where it has no next.config.ts",
      () => login.ok && !login.headers.has("x-powered-by"),
    ],
    [
      "routes-manifest.json lists pages without values under `staticRoutes`",
      () => pageRoutes()("/login/") === "/login",
    ],
    [
      "routes-manifest.json lists pages with values under `dynamicRoutes`, with a `regex`",
      () => pageRoutes()("/postings/12") === "/postings/[id]",
    ],
    [
      "files in .next/static are served below /_next/static",
      () => script !== "" && existsSync(join(buildFolder, script.replace("/_next/", ""))),
    ],
    [
      "Next prints nothing but by console.log while it starts",
      () => server.output().trim().split("\n").every(isJson),
    ],
    [
      "`preloadEntriesOnStart: false` leaves pages unloaded until they are opened",
      () => sourceOfNext("server/next-server.js").includes("experimental.preloadEntriesOnStart"),
    ],
    [
      "Next calls response.flush() behind each chunk of a page",
      () => sourceOfNext("server/pipe-readable.js").includes("res.flush()"),
    ],
  ];
  const broken = assumptions.filter(([, holds]) => !isTrue(holds)).map(([words]) => words);
  deepEqual(broken, [], "what server/next.ts assumes of Next no longer holds");
  equal(await server.stop(), 0);
}

function isTrue(holds: () => boolean): boolean {
  try {
    return holds();
  } catch {
    return false;
  }
}

import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// What asks a database anything is asked of each driver; the rest needs to run once. A test that looks into the
// file by itself runs on SQLite alone: two libraries in one process would break each other's locks.
const onDatabase = globSync("lib/**/*.test.ts", { cwd: here("./") }).filter((path) => {
  const text = readFileSync(here(path), "utf8");
  return text.includes("freshDatabase") && !text.includes('from "better-sqlite3"');
});

// Loading the modules takes half of the time, so most files share those of their worker. One that changes the process
// (its environment, its clock, a module) or looks into the database file has a worker to itself.
const isolated = globSync("**/*.test.ts", {
  cwd: here("./"),
  exclude: ["node_modules", ".next"],
}).filter((path) => /\bvi\.|process\.env|better-sqlite3/.test(readFileSync(here(path), "utf8")));

const project = (
  name: string,
  include: string[],
  env: Record<string, string>,
  { isolate = false, exclude = [] as string[], testTimeout = 60_000 } = {},
) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude: ["node_modules", ".next", ...exclude],
    isolate,
    testTimeout,
    env: {
      DATABASE_URL: "",
      DATABASE_DRIVER: "",
      TEST_DATABASE: "",
      // Settings are read once a worker: a test of the limits sets "on" in process.env and so is isolated.
      RATE_LIMITS: "off",
      ...env,
    },
  },
});

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: here("node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
  test: {
    pool: "threads",
    setupFiles: [here("scripts/restore-environment.ts")],
    projects: [
      project("sqlite", ["**/*.test.ts"], {}, { exclude: isolated }),
      project("sqlite, isolated", isolated, {}, { isolate: true }),
      project("libsql", onDatabase, { DATABASE_DRIVER: "libsql" }, { exclude: isolated }),
      project(
        "libsql, isolated",
        onDatabase.filter((path) => isolated.includes(path)),
        { DATABASE_DRIVER: "libsql" },
        { isolate: true },
      ),
      // Over HTTP: on the server in db/drivers/testing.ts, or on a real one that TEST_DATABASE names.
      ...(process.env.TEST_DATABASE
        ? [
            project(
              "server",
              onDatabase,
              { TEST_DATABASE: process.env.TEST_DATABASE },
              { isolate: true, testTimeout: 300_000 },
            ),
          ]
        : []),
    ],
  },
});

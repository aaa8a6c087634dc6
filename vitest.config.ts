import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// What asks a database anything is asked of each driver; the rest needs to run once. The plans are SQLite's own.
const onDatabase = globSync("lib/**/*.test.ts", { cwd: here("./") }).filter(
  (path) =>
    path !== "lib/plans.test.ts" && readFileSync(here(path), "utf8").includes("freshDatabase"),
);

const project = (
  name: string,
  include: string[],
  env: Record<string, string>,
  testTimeout = 60_000,
) => ({
  extends: true as const,
  test: { name, include, testTimeout, env: { DATABASE_URL: "", DATABASE_DRIVER: "", ...env } },
});

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: here("scripts/empty.ts") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
  test: {
    exclude: ["node_modules", ".next"],
    pool: "threads",
    projects: [
      project("sqlite", ["**/*.test.ts"], {}),
      project("libsql", onDatabase, { DATABASE_DRIVER: "libsql" }),
      // Over HTTP: on the server in db/drivers/testing.ts, or on a real one that TEST_DATABASE names.
      ...(process.env.TEST_DATABASE
        ? [project("server", onDatabase, { TEST_DATABASE: process.env.TEST_DATABASE }, 300_000)]
        : []),
    ],
  },
});

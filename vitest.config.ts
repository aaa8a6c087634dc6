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

const project = (
  name: string,
  include: string[],
  env: Record<string, string>,
  testTimeout = 60_000,
) => ({
  extends: true as const,
  test: {
    name,
    include,
    testTimeout,
    env: { DATABASE_URL: "", DATABASE_DRIVER: "", TEST_DATABASE: "", ...env },
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

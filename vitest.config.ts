import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: here("scripts/empty.ts") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules", ".next"],
    pool: "threads",
    testTimeout: 60_000,
  },
});

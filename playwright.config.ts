import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { systemBrowser } from "./scripts/browser.ts";
import "./scripts/hooks.mjs";
import { basePath } from "./lib/base-path.ts";
import { freePort } from "./scripts/free-port.ts";

// Each worker loads this file again, and inherits the environment that the first load has set.
if (!process.env.E2E_PORT) {
  const scratch = mkdtempSync(join(tmpdir(), "foothold-e2e-"));
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const own = String(await freePort());
  Object.assign(process.env, {
    E2E_PORT: own,
    // TEST_DATABASE may be the URL of a libSQL server, with its DATABASE_AUTH_TOKEN.
    DATABASE_URL: process.env.TEST_DATABASE || `file:${join(scratch, "foothold.db")}`,
    AUTH_SECRET: "a secret that only the browser tests use",
    JWT_SECRET: "another one that only the browser tests use",
    // Below a base path, providers need it.
    PUBLIC_URL: basePath && `http://localhost:${own}`,
    NEXTAUTH_URL: "",
    TIME_ZONE: "America/Los_Angeles",
    SOURCE_URL: "https://git.example.org/foothold",
    SIGN_UP: "open",
    RATE_LIMITS: "off",
    CORS_ORIGINS: "http://localhost:3000",
    TRUST_PROXY: "off",
    OIDC_ISSUER: `http://localhost:${await freePort()}`,
    OIDC_CLIENT_ID: "foothold",
    OIDC_CLIENT_SECRET: "a secret that only the browser tests use",
    OIDC_NAME: "Our issuer",
  });
}

const port = Number(process.env.E2E_PORT);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}${basePath}`,
    launchOptions: { executablePath: (process.env.CHROMIUM_PATH ?? systemBrowser()) || undefined },
    locale: "en-US",
    trace: "off",
  },
  webServer: {
    command: "exec node scripts/run.mjs start.ts",
    env: { HOST: "127.0.0.1", PORT: String(port) },
    wait: { stdout: /Foothold is at/ },
    timeout: 300_000,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});

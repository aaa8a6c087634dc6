import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { installPackages } from "./packages.ts";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const downloadTimeoutMs = 300_000;
/** The executable path that means Playwright's own browser. */
const bundled = "";

/** The path of an installed Chromium or Chrome, if there is one. */
export const systemBrowser = () => systemPaths.find((path) => existsSync(path));

/**
 * The path of a Chromium that starts, or "" for Playwright's own; installs one if there is none.
 * Throws CliError if that fails.
 */
export async function ensureBrowser(): Promise<string> {
  const present = await firstThatStarts([process.env.CHROMIUM_PATH, bundled, systemBrowser()]);
  if (present !== undefined) return present;
  console.error("Fetching a browser for the tests.");
  await download();
  if (await starts(bundled)) return bundled;
  await installPackages("chromium", "fonts-liberation");
  const installed = await firstThatStarts([systemBrowser()]);
  if (installed !== undefined) return installed;
  throw new CliError(
    "No browser for the tests: neither Playwright's own (npx playwright install --with-deps chromium) " +
      "nor Debian's (apt-get install chromium) could be had. Install one, or name one in CHROMIUM_PATH.",
  );
}

async function firstThatStarts(paths: (string | undefined)[]): Promise<string | undefined> {
  for (const path of paths) if (path !== undefined && (await starts(path))) return path;
  return undefined;
}

async function starts(path: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath: path || undefined, timeout: 20_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function download(): Promise<void> {
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  const options = { quiet: true, timeoutMs: downloadTimeoutMs, env };
  await run("playwright", ["install", "--only-shell", "chromium"], options);
}

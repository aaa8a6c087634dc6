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
const downloadLimit = 300_000;
const own = "";

/** The path of a Chromium that the machine has; undefined where it has none. */
export const systemBrowser = () => systemPaths.find((path) => existsSync(path));

/**
 * A Chromium that starts, fetched where there is none: its path, or "" for Playwright's own.
 * Throws CliError where none can be had.
 */
export async function ensureBrowser(): Promise<string> {
  const present = await firstThatStarts([process.env.CHROMIUM_PATH, own, systemBrowser()]);
  if (present !== undefined) return present;
  console.error("Fetching a browser for the tests.");
  await download();
  if (await starts(own)) return own;
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
  const options = { quiet: true, timeout: downloadLimit, env };
  await run("playwright", ["install", "--only-shell", "chromium"], options);
}

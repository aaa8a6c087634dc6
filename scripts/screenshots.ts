// npm run screenshots: takes the README's pictures from the demo, docs/dashboard-light.png and docs/dashboard-dark.png.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chromium } from "@playwright/test";
import { systemBrowser } from "./browser.ts";

const port = 4300 + Math.floor(Math.random() * 500);
const demo = spawn(process.execPath, ["scripts/run.mjs", "demo.ts"], {
  env: { ...process.env, PORT: String(port) },
  stdio: ["ignore", "pipe", "inherit"],
});
for await (const text of demo.stdout.setEncoding("utf8")) {
  if (String(text).includes("This is the demo")) break;
}

const browser = await chromium.launch({
  executablePath: (process.env.CHROMIUM_PATH ?? systemBrowser()) || undefined,
});
process.on("exit", () => demo.kill("SIGTERM"));
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
  await page.goto(`http://localhost:${port + 1}/`);
  await page.getByRole("region", { name: "Coming up" }).waitFor();
  await page.screenshot({ path: `docs/dashboard-${colorScheme}.png` });
  await page.close();
}
await browser.close();
demo.kill("SIGTERM");
await once(demo, "exit");

import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { run } from "./command.mjs";
import { type Count, countsOf, readPlaywrightReport } from "./test-reports.ts";

/** Runs all browser tests on the build that is here, with the extension that some of them load. */
export async function browserTests(scratch: string): Promise<Count> {
  await run("node", ["--import", "./scripts/hooks.mjs", "scripts/extension.ts"], { quiet: true });
  return playwright(scratch, "browser", []);
}

/** Replays the recorded exchanges of the documented API against the build that is here. */
export const contractTests = (scratch: string, env: Record<string, string> = {}): Promise<Count> =>
  playwright(scratch, "contract", ["e2e/contract.spec.ts"], env);

async function playwright(
  scratch: string,
  name: string,
  files: readonly string[],
  extraEnv: Record<string, string> = {},
): Promise<Count> {
  const path = join(scratch, `${name}.json`);
  const env = {
    ...process.env,
    ...extraEnv,
    CHROMIUM_PATH: await ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: path,
  };
  const args = ["test", ...files, "--pass-with-no-tests", "--reporter=list,json"];
  const { code } = await run("playwright", args, { env });
  return countsOf(code, readPlaywrightReport(path));
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

// Next's modules, loaded before its server has set up its async storage, break that server in the same process.
test("the demo's hunt is made without Next, which starts after it", async () => {
  const script = `import("./scripts/demo-hunt.ts").then(() => {
    const loaded = Object.keys(process.getBuiltinModule("module")._cache);
    console.log(loaded.filter((path) => path.includes("/next/")).length);
  })`;
  const flags = ["--conditions=react-server", "--import", "./scripts/hooks.mjs"];
  const { stdout } = await run(process.execPath, [...flags, "-e", script]);
  expect(stdout.trim()).toBe("0");
});

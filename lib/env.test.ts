import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foothold-secret-"));
  for (const name of ["AUTH_SECRET", "NEXTAUTH_SECRET"]) vi.stubEnv(name, undefined);
  vi.stubEnv("DATABASE_URL", `file:${join(folder, "foothold.db")}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A key as another process would derive it. */
async function keyOfProcess(): Promise<string> {
  vi.resetModules();
  const { derivedKey } = await import("./env.ts");
  return derivedKey("a test").toString("hex");
}

test("the secret is made once, whole and for its owner alone", async () => {
  const key = await keyOfProcess();
  expect(readdirSync(folder)).toEqual(["secret"]);
  expect(readFileSync(join(folder, "secret"), "utf8")).toHaveLength(64);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(await keyOfProcess()).toBe(key);
});

test.each(["", "\n", "short"])("a stored secret of %j is refused", async (text) => {
  writeFileSync(join(folder, "secret"), text);
  await expect(keyOfProcess()).rejects.toThrow("secret holds no secret. Put it back from a backup");
});

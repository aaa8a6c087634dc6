import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { LockedPackage } from "./third-party-notices.ts";

type Native = LockedPackage & {
  os?: string | string[];
  cpu?: string | string[];
  optionalDependencies?: Record<string, string>;
};

const packages: Record<string, Native> = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
).packages;

test("each package for Linux on amd64 is locked for arm64 too, in the same version", () => {
  const amd64 = Object.entries(packages).filter(
    ([, { os, cpu }]) => String(os) === "linux" && String(cpu) === "x64",
  );
  expect(amd64.length).toBeGreaterThan(10);
  for (const [folder, { version }] of amd64) {
    expect(packages[folder.replace("x64", "arm64")]?.version, folder).toBe(version);
  }
});

// e_machine of an ELF file, at byte 18.
const machineOf = (path: string) => readFileSync(path).readUInt16LE(18);

test("what the server loads by name is there for arm64", () => {
  const prebuilt = "node_modules/better-sqlite3/prebuilds";
  expect(machineOf(`${prebuilt}/linux-arm64.node`)).toBe(183);
  expect(machineOf(`${prebuilt}/linuxmusl-arm64.node`)).toBe(183);
  for (const [loader, name] of [
    ["libsql", "@libsql/linux-arm64-gnu"],
    ["libsql", "@libsql/linux-arm64-musl"],
    ["@node-rs/argon2", "@node-rs/argon2-linux-arm64-gnu"],
    ["@node-rs/argon2", "@node-rs/argon2-linux-arm64-musl"],
  ] as const) {
    const wanted = packages[`node_modules/${loader}`]?.optionalDependencies?.[name];
    expect(packages[`node_modules/${name}`]?.version, name).toBe(wanted);
  }
});

import { globSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes from a copy of Next's standalone output what it gathers and nobody reads: its own lists of files,
 * drizzle-kit's snapshots of schemas, and native code for other machines.
 */
export function removeUnusedFiles(folder: string): void {
  const { platform, arch } = process;
  const libc = usesMusl() ? "musl" : "gnu";
  const own = [
    `${libc === "musl" ? "linuxmusl" : platform}-${arch}.node`,
    `${platform}-${arch}`,
    `${platform}-${arch}-${libc}`,
    `${platform}-${arch}-msvc`,
  ];
  const patterns = [
    ".next/server/**/*.nft.json",
    "db/migrations/meta/*_snapshot.json",
    "node_modules/better-sqlite3/prebuilds/*",
    "node_modules/@libsql/{linux,darwin,win32}-*",
  ];
  for (const path of globSync(patterns, { cwd: folder })) {
    const name = path.split(/[\\/]/).at(-1) ?? "";
    if (!own.includes(name)) rmSync(join(folder, path), { recursive: true });
  }
}

function usesMusl(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return process.platform === "linux" && header.glibcVersionRuntime === undefined;
}

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { purgeUploads, uploadPrefix } from "./uploads.ts";

test("a file that a killed import left is deleted after an hour, and no other", async () => {
  const folders = [uploadPrefix, "another-"].map((name) => mkdtempSync(join(tmpdir(), name)));
  const [upload = "", other = ""] = folders;
  writeFileSync(join(upload, "file"), "Company,Title");
  try {
    await purgeUploads();
    expect(folders.map((folder) => existsSync(folder))).toEqual([true, true]);
    await purgeUploads(Date.now() + 61 * 60_000);
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, true]);
  } finally {
    rmSync(other, { recursive: true });
  }
});

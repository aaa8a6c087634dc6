import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

// In a process of its own: a thread cannot set the umask.
const script = `
  import { writeFileSync } from "node:fs";
  import { keepPrivate } from ${JSON.stringify(new URL("private-files.ts", import.meta.url).href)};
  keepPrivate("hunt.db");
  writeFileSync("hunt.db-shm", "");
`;

test.skipIf(process.platform === "win32")(
  "what is written is its owner's alone, and so is what an earlier start wrote",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "foothold-private-"));
    const modeOf = (name: string) => statSync(join(folder, name)).mode & 0o777;
    try {
      for (const name of ["hunt.db", "hunt.db-wal"]) {
        writeFileSync(join(folder, name), "");
        chmodSync(join(folder, name), 0o644);
      }
      execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
      expect(["hunt.db", "hunt.db-wal", "hunt.db-shm"].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

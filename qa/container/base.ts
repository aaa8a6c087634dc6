import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/command.mjs";

/** The certificates that this machine trusts, so that npm reaches in the image what it reaches here. */
const certificates = "/etc/ssl/certs/ca-certificates.crt";

/**
 * Makes an image that stands for Node's official one where that cannot be fetched: Debian's packages, the Node and
 * the npm of this machine, and the user "node". False where mmdebstrap is not here or may not.
 */
export async function makeBase(program: string, image: string): Promise<boolean> {
  const [, suite = ""] = /^node:\d+-(\w+)-slim$/.exec(image) ?? [];
  const npm = await run("sh", ["-c", 'realpath "$(command -v npm)"'], { quiet: true });
  const scratch = mkdtempSync(join(tmpdir(), "foothold-base-"));
  const packed = join(scratch, "base.tar");
  const hooks = [
    `chroot "$1" useradd --uid 1000 --create-home --shell /bin/bash node`,
    `upload ${process.execPath} /usr/local/bin/node`,
    `chmod 0755 "$1/usr/local/bin/node"`,
    `mkdir -p "$1/usr/local/lib/node_modules"`,
    `copy-in ${join(npm.output.trim(), "../..")} /usr/local/lib/node_modules`,
    `ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"`,
    `upload ${certificates} ${certificates}`,
  ].map((hook) => `--customize-hook=${hook}`);
  const bootstrap = ["--variant=minbase", "--include=ca-certificates", ...hooks, suite, packed];
  const imported = ["import", `--change=ENV NODE_EXTRA_CA_CERTS=${certificates}`, packed, image];
  try {
    const made = await run("mmdebstrap", bootstrap, { quiet: true });
    const done = made.code === 0 ? await run(program, imported, { quiet: true }) : made;
    if (done.code !== 0) console.error(done.output.split("\n").slice(-9).join("\n"));
    return done.code === 0;
  } catch {
    // mmdebstrap is not here.
    return false;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

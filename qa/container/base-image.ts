import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/command.mjs";

/** This machine's CA bundle, so that npm trusts the same registry in the image as it does here. */
const caBundle = "/etc/ssl/certs/ca-certificates.crt";

/**
 * Makes a substitute for Node's official image where that cannot be pulled: Debian's packages, this machine's
 * Node and npm, and the user "node". Returns false without mmdebstrap or the rights for it.
 */
export async function makeBaseImage(program: string, image: string): Promise<boolean> {
  const [, suite = ""] = /^node:\d+-(\w+)-slim$/.exec(image) ?? [];
  const npm = await run("sh", ["-c", 'realpath "$(command -v npm)"'], { quiet: true });
  const scratch = mkdtempSync(join(tmpdir(), "foothold-base-"));
  const archive = join(scratch, "base.tar");
  const hooks = [
    `chroot "$1" useradd --uid 1000 --create-home --shell /bin/bash node`,
    `upload ${quote(process.execPath)} /usr/local/bin/node`,
    `chmod 0755 "$1/usr/local/bin/node"`,
    `mkdir -p "$1/usr/local/lib/node_modules"`,
    `copy-in ${quote(join(npm.output.trim(), "../.."))} /usr/local/lib/node_modules`,
    `chmod -R a+rX "$1/usr/local/lib/node_modules"`,
    `ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"`,
    `upload ${caBundle} ${caBundle}`,
  ].map((hook) => `--customize-hook=${hook}`);
  const bootstrap = ["--variant=minbase", "--include=ca-certificates", ...hooks, suite, archive];
  const importImage = ["import", `--change=ENV NODE_EXTRA_CA_CERTS=${caBundle}`, archive, image];
  try {
    const made = await run("mmdebstrap", bootstrap, { quiet: true });
    const result = made.code === 0 ? await run(program, importImage, { quiet: true }) : made;
    if (result.code !== 0) console.error(result.output.split("\n").slice(-9).join("\n"));
    return result.code === 0;
  } catch {
    // mmdebstrap is not installed.
    return false;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A path as one word of a hook, which is split like a line of a shell. */
const quote = (path: string) => `'${path.replaceAll("'", `'\\''`)}'`;

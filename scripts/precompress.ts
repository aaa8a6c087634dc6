import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

// 11 takes twice as long for the last two percent.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Keeps the texts among a build's static files in brotli too, for the server to send as they are. */
export async function precompress(from: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  const paths = globSync("**/*.{js,css,svg,json,txt}", { cwd: from });
  await Promise.all(
    paths.map(async (path) => {
      const text = readFileSync(join(from, path));
      if (text.length < 1_024) return;
      const file = join(to, `${path}.br`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await promisify(brotliCompress)(text, quality));
    }),
  );
}

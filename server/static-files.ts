import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { extname, join } from "node:path";
import { fileHeaders, securityHeaders } from "../lib/http/security-headers.ts";
import type { Middleware } from "./middleware.ts";

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=UTF-8",
  ".txt": "text/plain; charset=UTF-8",
};

type File = { body: Buffer; etag: string };

/**
 * Answers requests for the static files that scripts/build.ts has compressed, to clients that take brotli.
 * Their names change with what is in them, so they are cached for good.
 */
export function staticFiles(build: string): Middleware {
  const folder = join(build, "brotli");
  const names = existsSync(folder) ? globSync("**/*.br", { cwd: folder }) : [];
  const files = new Map<string, File | null>(
    names.map((name) => [`/_next/static/${name.replaceAll("\\", "/").slice(0, -3)}`, null]),
  );
  const fileAt = (path: string): File | undefined => {
    const known = files.get(path);
    if (known !== null) return known;
    const body = readFileSync(join(folder, `${path.slice("/_next/static/".length)}.br`));
    const file = { body, etag: `"${createHash("sha1").update(body).digest("base64url")}-br"` };
    files.set(path, file);
    return file;
  };
  return (request, response, next) => {
    const { method, url = "", headers } = request;
    const reads = method === "GET" || method === "HEAD";
    const path = url.split("?", 1)[0] ?? "";
    const fits = reads && headers.range === undefined && acceptsBrotli(request);
    const file = fits ? fileAt(path) : undefined;
    if (!file) return next();
    const common = {
      ...securityHeaders,
      ...fileHeaders,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      etag: file.etag,
    };
    if (headers["if-none-match"]?.includes(file.etag)) {
      response.writeHead(304, common).end();
      return;
    }
    response.writeHead(200, {
      ...common,
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": file.body.length,
    });
    response.end(method === "HEAD" ? undefined : file.body);
  };
}

function acceptsBrotli({ headers }: IncomingMessage): boolean {
  const accepted = headers["accept-encoding"] ?? "";
  return String(accepted)
    .split(",")
    .some((range) => {
      const [coding = "", ...parameters] = range.split(";").map((part) => part.trim());
      return coding === "br" && !parameters.some((each) => /^q=0(\.0{0,3})?$/.test(each));
    });
}

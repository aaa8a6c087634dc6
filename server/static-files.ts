import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { extname, join } from "node:path";
import { encodingFor } from "./compress.ts";

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=UTF-8",
  ".txt": "text/plain; charset=UTF-8",
};

type Rule = { regex: string; headers: { key: string; value: string }[] };
type File = { body: Buffer; etag: string };

/**
 * Answers requests for those static files that the build has compressed, to clients that take brotli. Their
 * names change with what is in them, so they are kept for good.
 */
export function precompressed(handle: RequestListener, build: string): RequestListener {
  const folder = join(build, "brotli");
  const guards = headersOfFiles(build);
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
  return (request, response) => {
    const { method, url = "", headers } = request;
    const reads = method === "GET" || method === "HEAD";
    const path = url.split("?", 1)[0] ?? "";
    const fits = reads && headers.range === undefined && encodingFor(request) === "br";
    const file = fits ? fileAt(path) : undefined;
    if (!file) return handle(request, response);
    for (const { key, value } of guards) response.setHeader(key, value);
    response.setHeader("cache-control", "public, max-age=31536000, immutable");
    response.setHeader("vary", "Accept-Encoding");
    response.setHeader("etag", file.etag);
    if (headers["if-none-match"]?.includes(file.etag)) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": file.body.length,
    });
    response.end(method === "HEAD" ? undefined : file.body);
  };
}

/** What next.config.ts says that each file is sent with. */
function headersOfFiles(build: string): Rule["headers"] {
  const { headers } = JSON.parse(readFileSync(join(build, "routes-manifest.json"), "utf8"));
  return (headers as Rule[])
    .filter(({ regex }) => new RegExp(regex).test("/_next/static/chunks/file.js"))
    .flatMap((rule) => rule.headers);
}

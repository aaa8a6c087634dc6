import { withBase } from "../base-path.ts";
import "server-only";
import { hash } from "node:crypto";
import { type Chunks, sizeOf, streamOf } from "../lists/chunks.ts";

// Nothing is asked of another server: no fonts, no proxy, no assistant, no telemetry.
const settings = {
  url: withBase("/api/openapi.json"),
  theme: "none",
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: "never",
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  persistAuth: false,
  documentDownloadType: "json",
};

// A sign-in by the browser's session needs no header, and an empty one is refused.
const startScript = `
const send = (input, init) => {
  const request = new Request(input, init);
  if (/^\\s*Bearer\\s*$/i.test(request.headers.get("authorization") ?? "")) request.headers.delete("authorization");
  return fetch(request);
};
Scalar.createApiReference("#reference", { ...${JSON.stringify(settings)}, fetch: send, customFetch: send });
`;

const startScriptHash = hash("sha256", startScript, "base64");

const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${startScriptHash}'`,
  "style-src 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The page that shows the API's description to people, and lets them try it. */
export async function referencePage(): Promise<Response> {
  const { version } = await loadScriptOnce();
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The API · Foothold</title>
<link rel="icon" href="${withBase("/icon.svg")}">
<style>
:root { --scalar-font: system-ui, sans-serif; --scalar-font-code: ui-monospace, monospace; }
.light-mode { --scalar-color-accent: #0c6b66; }
.dark-mode { --scalar-color-accent: #5cc4bb; }
</style>
</head>
<body>
<noscript>This page needs JavaScript. The description itself is at <a href="${settings.url}">${settings.url}</a>.</noscript>
<div id="reference"></div>
<script src="${withBase("/api/docs/scalar.js")}?v=${version}"></script>
<script>${startScript}</script>
</body>
</html>`;
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cache-control": "no-cache",
    },
  });
}

type Route = { url: string; handler: (request: unknown, reply: Reply) => unknown };
type Reply = { header: () => Reply; send: (text: string) => unknown };
type Plugin = (server: object, options: object, done: () => void) => void;

type Script = { chunks: Chunks; version: string };

const chunkBytes = 65_536;

let loadingScript: Promise<Script> | undefined;

const loadScriptOnce = () => (loadingScript ??= loadScript());

// The package with the built script alone is one for another server, which asks it for its routes.
async function loadScript(): Promise<Script> {
  const { default: plugin } = await import("@scalar/fastify-api-reference");
  const routes: Route[] = [];
  const server = { initialConfig: {}, route: (route: Route) => routes.push(route) };
  (plugin as unknown as Plugin)(server, { configuration: { url: settings.url } }, () => {});
  const reply: Reply = { header: () => reply, send: (text) => text };
  const text = routes.find(({ url }) => url.endsWith(".js"))?.handler(null, reply);
  if (typeof text !== "string") throw new Error("the reference's script is not in its package");
  const bytes = new Uint8Array(Buffer.from(text));
  const count = Math.ceil(bytes.length / chunkBytes);
  const chunks = Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes),
  );
  return { chunks, version: hash("sha256", text, "hex").slice(0, 16) };
}

/**
 * The script of that page, from its package; its address changes with it. All answers stream the same bytes, so one
 * that nobody reads holds none of its own.
 */
export async function referenceScript(): Promise<Response> {
  const { chunks } = await loadScriptOnce();
  return new Response(streamOf(chunks), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-length": String(sizeOf(chunks)),
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}

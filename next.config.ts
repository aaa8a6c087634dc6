import type { NextConfig } from "next";
import { basePath, basePathFault } from "./lib/base-path.ts";
import { bareHeaders, fileHeaders, securityHeaders } from "./lib/http/security-headers.ts";

const named = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const fault = basePathFault(basePath);
if (fault) throw new Error(fault);

const config: NextConfig = {
  basePath,
  // Into all code of the build, the browser's too (lib/base-path.ts).
  env: { BASE_PATH: basePath },
  // Costs a build a second and serves `npm run standalone`; Vercel gathers what it needs itself.
  output: process.env.VERCEL ? undefined : "standalone",
  // Else `POST /api/x/` gets a 308 that many clients do not follow.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // The tests check the types; a build, which everyone waits for, need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Our server does it (server/main.ts), with brotli besides gzip; so does Vercel.
  compress: false,
  // Else a page's title comes after the page, and a page that is drawn anew has none for a moment.
  htmlLimitedBots: /.*/,
  // Read as it is when somebody opens the API's reference: five megabytes to bundle for nothing.
  serverExternalPackages: ["@scalar/fastify-api-reference"],
  headers: async () => [
    { source: "/:path*", headers: named(securityHeaders) },
    // Also what Next answers for a route by itself, such as 405; the reference is a page with a policy of its own.
    { source: "/api/((?!docs/?$).*)", headers: named(bareHeaders) },
    ...["/_next/:path*", "/icon.svg"].map((source) => ({
      source,
      headers: named(fileHeaders),
    })),
  ],
  outputFileTracingIncludes: { "/**": ["./db/migrations/**/*"] },
  // What nobody opens takes no memory (docs/decisions/019-memory.md).
  experimental: { preloadEntriesOnStart: false },
  // Images are served as they are, so what scales them need not come along.
  images: { unoptimized: true },
  outputFileTracingExcludes: { "next-server": ["**/node_modules/sharp/**", "**/@img/**"] },
};

export default config;

import type { NextConfig } from "next";
import { guards } from "./lib/http/security-headers.ts";

// Of what proxy.ts does not see: files, and the page that says there is no such file.
const filePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const named = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  // Costs a build a second and serves `npm run standalone`; Vercel gathers what it needs itself.
  output: process.env.VERCEL ? undefined : "standalone",
  // Else `POST /api/x/` gets a 308 that many clients do not follow.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // The tests check the types; a build, which everyone waits for, need not do it again.
  typescript: { ignoreBuildErrors: true },
  // The server does it, with brotli besides gzip (server/compress.ts); so does Vercel.
  compress: false,
  // Else a page's title comes after the page, and a page that is drawn anew has none for a moment.
  htmlLimitedBots: /.*/,
  // Read as it is when somebody opens the API's reference: five megabytes to bundle for nothing.
  serverExternalPackages: ["@scalar/fastify-api-reference"],
  headers: async () => [
    { source: "/:path*", headers: named(guards) },
    ...["/_next/:path*", "/((?!api/).*\\.[a-z0-9]+)"].map((source) => ({
      source,
      headers: named({ "content-security-policy": filePolicy }),
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

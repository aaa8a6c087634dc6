import type { NextConfig } from "next";

const config: NextConfig = {
  // Costs a build a second and serves `npm run standalone`; Vercel gathers what it needs itself.
  output: process.env.VERCEL ? undefined : "standalone",
  // Else `POST /api/x/` gets a 308 that many clients do not follow.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // The tests check the types; a build, which everyone waits for, need not do it again.
  typescript: { ignoreBuildErrors: true },
  compress: true,
  // Else a page's title comes after the page, and a page that is drawn anew has none for a moment.
  htmlLimitedBots: /.*/,
  // Read as it is when somebody opens the API's reference: five megabytes to bundle for nothing.
  serverExternalPackages: ["@scalar/fastify-api-reference"],
  outputFileTracingIncludes: { "/**": ["./db/migrations/**/*"] },
  // Images are served as they are, so what scales them need not come along.
  images: { unoptimized: true },
  outputFileTracingExcludes: { "next-server": ["**/node_modules/sharp/**", "**/@img/**"] },
};

export default config;

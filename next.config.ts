import type { NextConfig } from "next";

const config: NextConfig = {
  // Else `POST /api/x/` gets a 308 that many clients do not follow.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // The tests check the types; a build, which everyone waits for, need not do it again.
  typescript: { ignoreBuildErrors: true },
  compress: true,
  outputFileTracingIncludes: { "/**": ["./db/migrations/**/*"] },
};

export default config;

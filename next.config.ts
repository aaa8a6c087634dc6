import type { NextConfig } from "next";

const config: NextConfig = {
  // Else `POST /api/x/` gets a 308 that many clients do not follow.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  compress: true,
  outputFileTracingIncludes: { "/**": ["./db/migrations/**/*"] },
};

export default config;

import { join } from "node:path";

/** Where the built extension lies unpacked, for Chromium. */
export const unpacked = join("extension", "dist", "chrome-mv3");

import { fileURLToPath } from "node:url";

// The baseline for Next itself: the same settings as ours, and nothing else.
export default {
  poweredByHeader: false,
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};

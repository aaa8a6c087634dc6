import { fileURLToPath } from "node:url";

// What the framework costs by itself: the same settings as ours, and nothing else.
export default {
  poweredByHeader: false,
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};

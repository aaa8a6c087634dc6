/** Paths that are no operations: Next answers them by route files of their own. */
export const nextPaths = [
  "/api/docs",
  "/api/docs/scalar.js",
  "/api/import_batch/upload",
  "/api/capture/read",
];

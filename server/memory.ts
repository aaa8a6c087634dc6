/**
 * How Node is started so that it stays small: what one request leaves behind is collected early, the heap grows
 * by a third and not to several times what is used, and freed memory goes back to the system. Decision 019.
 */
const flags = ["--max-semi-space-size=8", "--heap-growing-percent=30"];

// Read by the C library when a process begins, so they cannot be set from within.
const allocator = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "65536",
  MALLOC_TRIM_THRESHOLD_: "65536",
  MALLOC_TOP_PAD_: "65536",
};

/** Whether this process was started so. */
const isSmall = () => flags.every((flag) => process.execArgv.includes(flag));

/**
 * Begins this process anew as a small one, with the same id, output and environment. Returns where it is one
 * already, or where the system has no such call (Windows). What the environment says already counts.
 */
export function becomeSmall(args = [...process.execArgv, ...process.argv.slice(1)]): void {
  if (isSmall() || process.platform === "win32" || !process.execve) return;
  const env = { ...allocator, ...process.env };
  process.execve(process.execPath, [process.execPath, ...flags, ...args], env);
}

/**
 * V8's flags that keep memory small: what one request leaves behind is collected early, and the heap grows by a
 * third and not to several times what is used. Decision 019.
 */
const flags = ["--max-semi-space-size=8", "--heap-growing-percent=30"];

// Settings of glibc's allocator, which gives freed memory back. It reads them only when a process begins.
const allocator = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "65536",
  MALLOC_TRIM_THRESHOLD_: "65536",
  MALLOC_TOP_PAD_: "65536",
};

const hasFlags = () => flags.every((flag) => process.execArgv.includes(flag));

/**
 * Replaces this process by one that runs `args` with these settings, with the same id, output and environment.
 * Returns where it has them already, or where the system cannot (Windows). What the environment sets already counts.
 */
export function restartWithMemoryFlags(
  args = [...process.execArgv, ...process.argv.slice(1)],
): void {
  if (hasFlags() || process.platform === "win32" || !process.execve) return;
  const env = { ...allocator, ...process.env };
  process.execve(process.execPath, [process.execPath, ...flags, ...args], env);
}

import { shared } from "../../db/process-state.ts";

// JSON lines on stdout. Nothing here knows a body, a query string or a header.
const levels = ["debug", "info", "warn", "error"] as const;

type Level = (typeof levels)[number];
type Fields = Record<string, string | number | boolean | null | undefined>;

type Waiting = { lines: string; timer: NodeJS.Timeout | undefined };

const waiting = shared("log", (): Waiting => {
  process.on("exit", flush);
  // A broken pipe: uncaught it would be logged, which breaks it again, and so on without end.
  process.stdout.on("error", () => {});
  return { lines: "", timer: undefined };
});

function logs(level: Level): boolean {
  const least = levels.indexOf((process.env.LOG_LEVEL || "info") as Level);
  return levels.indexOf(level) >= least;
}

/** Writes one log line: time, level, event and its fields. */
export function log(level: Level, event: string, fields: Fields = {}): void {
  if (!logs(level)) return;
  const time = new Date().toISOString();
  waiting.lines += `${JSON.stringify({ time, level, event, ...fields })}\n`;
  // Lines are batched: one write costs as much as reading a posting.
  if (level === "error" || waiting.lines.length > 32_768) flush();
  else waiting.timer ??= setTimeout(flush, 100).unref();
}

function flush(): void {
  clearTimeout(waiting.timer);
  const { lines } = waiting;
  Object.assign(waiting, { lines: "", timer: undefined });
  if (lines) process.stdout.write(lines);
}

/** An error's message, without the values of a failed query. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const query = "query" in error && typeof error.query === "string" ? error.query : undefined;
  const own = query === undefined ? String(error) : `${error.name}: ${query}`;
  return error.cause === undefined ? own : `${own}; ${errorText(error.cause)}`;
}

/** An error's stack without its message. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const lines = error.stack?.split("\n").filter((each) => /^\s+at /.test(each));
  return lines?.map((each) => each.trim()).join("\n");
}

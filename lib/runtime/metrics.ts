import { monitorEventLoopDelay } from "node:perf_hooks";
import { shared } from "../../db/process-state.ts";

// Histogram buckets, in seconds.
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Histogram = { counts: number[]; sum: number; count: number };
type Labels = Record<string, string | number>;

/** What became of a try to send a reminder. */
type MessageOutcome = "sent" | "retried" | "given_up";

type Figures = {
  requests: Map<string, { labels: Labels; count: number }>;
  durations: Map<string, { labels: Labels; histogram: Histogram }>;
  statements: Histogram;
  failed_statements: number;
  mails: Map<MessageOutcome, number>;
  pushes: Map<MessageOutcome, number>;
  slow_statements: number;
  in_flight: number;
  delay: ReturnType<typeof monitorEventLoopDelay>;
};

const histogram = (): Histogram => ({ counts: bounds.map(() => 0), sum: 0, count: 0 });

const figures = () =>
  shared("metrics", (): Figures => {
    const delay = monitorEventLoopDelay({ resolution: 20 });
    delay.enable();
    return {
      requests: new Map(),
      durations: new Map(),
      statements: histogram(),
      failed_statements: 0,
      mails: new Map(),
      pushes: new Map(),
      slow_statements: 0,
      in_flight: 0,
      delay,
    };
  });

function observe(into: Histogram, seconds: number): void {
  into.sum += seconds;
  into.count += 1;
  const at = bounds.findIndex((bound) => seconds <= bound);
  if (at >= 0) into.counts[at] = (into.counts[at] ?? 0) + 1;
}

/** Counts a request at its start. */
export function countBegun(): void {
  figures().in_flight += 1;
}

/** Counts a finished request. Routes are patterns, so the number of series is bounded. */
export function countAnswered(method: string, route: string, status: number, ms: number): void {
  const all = figures();
  all.in_flight -= 1;
  const key = `${method} ${status} ${route}`;
  const known = all.requests.get(key);
  if (known) known.count += 1;
  else all.requests.set(key, { labels: { method, route, status }, count: 1 });
  const name = `${method} ${route}`;
  let duration = all.durations.get(name);
  if (!duration) {
    duration = { labels: { method, route }, histogram: histogram() };
    all.durations.set(name, duration);
  }
  observe(duration.histogram, ms / 1_000);
}

/** Counts a database statement. */
export function countStatement(ms: number, failed: boolean, slow: boolean): void {
  const all = figures();
  observe(all.statements, ms / 1_000);
  if (failed) all.failed_statements += 1;
  if (slow) all.slow_statements += 1;
}

/** Counts a try to send a reminder. */
export function countReminder(way: "mails" | "pushes", outcome: MessageOutcome): void {
  const counts = figures()[way];
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}

/** All metrics of this process in Prometheus' text format (version 0.0.4). */
export function prometheusText(): string {
  const all = figures();
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  const lines = [
    ...metric("foothold_requests_total", "counter", "Requests answered."),
    ...[...all.requests.values()].map(({ labels, count }) =>
      sample("foothold_requests_total", labels, count),
    ),
    ...metric("foothold_request_seconds", "histogram", "Time until an answer was sent whole."),
    ...[...all.durations.values()].flatMap((each) =>
      buckets("foothold_request_seconds", each.labels, each.histogram),
    ),
    ...metric("foothold_database_seconds", "histogram", "Time of each statement."),
    ...buckets("foothold_database_seconds", {}, all.statements),
    ...single("foothold_requests_in_flight", "gauge", "Requests being answered.", all.in_flight),
    ...single(
      "foothold_database_failures_total",
      "counter",
      "Statements that the database refused.",
      all.failed_statements,
    ),
    ...single(
      "foothold_database_slow_total",
      "counter",
      "Statements slower than SLOW_QUERY_MS.",
      all.slow_statements,
    ),
    ...metric("foothold_reminder_mails_total", "counter", "Tries to send a reminder by mail."),
    ...[...all.mails].map(([outcome, count]) =>
      sample("foothold_reminder_mails_total", { outcome }, count),
    ),
    ...metric("foothold_reminder_pushes_total", "counter", "Tries to send one to a device."),
    ...[...all.pushes].map(([outcome, count]) =>
      sample("foothold_reminder_pushes_total", { outcome }, count),
    ),
    ...single("process_resident_memory_bytes", "gauge", "Memory in use.", memory.rss),
    ...single("nodejs_heap_size_used_bytes", "gauge", "Of it, JavaScript's.", memory.heapUsed),
    ...single(
      "process_cpu_seconds_total",
      "counter",
      "Processor time.",
      (cpu.user + cpu.system) / 1e6,
    ),
    ...single(
      "process_start_time_seconds",
      "gauge",
      "When the process started.",
      performance.timeOrigin / 1_000,
    ),
    ...metric("nodejs_eventloop_lag_seconds", "gauge", "How late timers are, since the last look."),
    ...[50, 99, 100].map((percentile) =>
      sample(
        "nodejs_eventloop_lag_seconds",
        { quantile: percentile / 100 },
        all.delay.percentile(percentile) / 1e9,
      ),
    ),
  ];
  all.delay.reset();
  return `${lines.join("\n")}\n`;
}

const metric = (name: string, type: string, help: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

const single = (name: string, type: string, help: string, value: number) => [
  ...metric(name, type, help),
  sample(name, {}, value),
];

function sample(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(String(text))}"`);
  return pairs.length > 0 ? `${name}{${pairs.join(",")}} ${value}` : `${name} ${value}`;
}

const escaped = (text: string) =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

function buckets(name: string, labels: Labels, { counts, sum, count }: Histogram): string[] {
  let total = 0;
  const each = bounds.map((le, at) => {
    total += counts[at] ?? 0;
    return sample(`${name}_bucket`, { ...labels, le }, total);
  });
  return [
    ...each,
    sample(`${name}_bucket`, { ...labels, le: "+Inf" }, count),
    sample(`${name}_sum`, labels, sum),
    sample(`${name}_count`, labels, count),
  ];
}

import type { Measurements, Run } from "./record.ts";

type Cells = (string | undefined)[];

const number = (value: number | undefined | null) =>
  value && Number.isFinite(value) ? value.toFixed(2) : "–";

const explanation = `Rate: our answers per second divided by those of the server in "against", which does the least that gives the same answer.
CPU: that server's CPU time per answer divided by ours; other programs on the machine hardly change it.
For both more is better, and 1 is as quick. Both servers are measured in alternating rounds: the rate is the median of the rounds, CPU time their mean.

Answer: most reports, complete lists and the dashboard's page are cached until anybody writes anything.
"Cache" rows measure hits, under eight connections.
"First after a write" rows measure misses: over one connection a posting is changed before each answer, through the server that is measured; the time of the write is not counted.
"No cache" rows are computed for each request, under eight connections.

Growth: CPU at the smallest size divided by CPU at the largest; 1 is as quick at both. Before: CPU in the recorded run before.`;

/** The run as Markdown tables, beside the run before. */
export function tables(run: Run, before: Run | null): string {
  const parts = [
    "# The bench",
    `Commit ${run.commit}, ${run.day}. ${run.machine}. \`npm run bench\` writes this file.`,
    explanation,
    isFilled(run.rows) && sizesTable(run, before),
    before && `Before: commit ${before.commit}, ${before.day}, ${before.machine}.`,
    isFilled(run.browser) && browserTable(run.browser),
    isFilled(run.search) &&
      `Searches of one person's 50,000 postings, a page of 50 matches at most:\n\n${rowsTable(run, run.search)}`,
    isFilled(run.quick) &&
      `What \`npm run bench -- --quick\` measures and compares, 1k:\n\n${rowsTable(run, run.quick, before?.quick)}`,
    isFilled(run.servers) &&
      table(
        ["postings", "start, s", "memory after the load, MB", "file, MB"],
        Object.entries(run.servers).map(([size, { startSeconds, memoryMb, fileMb }]) => [
          size,
          startSeconds.toFixed(1),
          `${memoryMb}`,
          `${fileMb}`,
        ]),
      ),
    `Build: ${run.buildSeconds === null ? "was there already" : `${run.buildSeconds} s`}.`,
    isFilled(run.pages) &&
      table(
        ["page, at 10,000 postings", "HTML, KB", "scripts and styles, KB"],
        Object.entries(run.pages).map(([page, { htmlKb, assetsKb }]) => [
          page,
          `${htmlKb}`,
          `${assetsKb}`,
        ]),
      ),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const isFilled = <T extends object>(some: T | undefined): some is T =>
  Object.keys(some ?? {}).length > 0;

/** Every row at every size. */
function sizesTable(run: Run, before: Run | null): string {
  const sizes = Object.keys(run.rows);
  const [smallest = "", largest = ""] = [sizes[0], sizes.at(-1)];
  const at = (size: string, row: string) => run.rows[size]?.[row];
  const growth = (row: string) => {
    const [few, many] = [at(smallest, row)?.cpuRatio, at(largest, row)?.cpuRatio];
    return few && many && sizes.length > 1 ? few / many : undefined;
  };
  const head = [
    ...aboutHead,
    ...sizes.map((size) => `rate, ${size}`),
    ...sizes.map((size) => `CPU, ${size}`),
    "growth",
    `before, ${smallest}`,
    `CPU ms, ${largest}`,
  ];
  const lines = Object.keys(run.rows[smallest] ?? {}).map((row) => [
    ...aboutCells(run, row),
    ...sizes.map((size) => number(at(size, row)?.rateRatio)),
    ...sizes.map((size) => number(at(size, row)?.cpuRatio)),
    number(growth(row)),
    number(before?.rows[smallest]?.[row]?.cpuRatio),
    number(at(largest, row)?.cpuMs),
  ]);
  return table(head, lines);
}

const aboutHead = ["what", "against", "answer"];
const aboutCells = ({ about }: Run, row: string): Cells => [
  row,
  about[row]?.against,
  about[row]?.source,
];

/** Rows of one size, beside the same rows of the run before where that has them. */
function rowsTable(run: Run, rows: Measurements, before?: Measurements): string {
  const head = [...aboutHead, "rate", "CPU", "CPU ms"];
  if (before) head.push("rate before", "CPU before");
  const lines = Object.entries(rows).map(([row, { rateRatio, cpuRatio, cpuMs }]) => {
    const then = before?.[row];
    const line = [...aboutCells(run, row), number(rateRatio), number(cpuRatio), number(cpuMs)];
    return before ? [...line, number(then?.rateRatio), number(then?.cpuRatio)] : line;
  });
  return table(head, lines);
}

/** Pages in a browser, the static one first, which is what the browser itself needs here. */
function browserTable(browser: NonNullable<Run["browser"]>): string {
  const [floor] = Object.values(browser);
  const lines = Object.entries(browser).map(([page, { contentMs, largestPaintMs }]) => [
    page,
    `${contentMs}`,
    `${contentMs - (floor?.contentMs ?? 0)}`,
    `${largestPaintMs}`,
  ]);
  const head = ["page", "content, ms", "above the static page, ms", "LCP, ms"];
  return `Pages of one person with 10,000 postings in headless Chromium with a warm cache, from the start of the navigation: the median of 15 loads in turns. Content is the frame with the last part of the page (all 50 rows of the list, say); LCP is the largest contentful paint.\n\n${table(head, lines)}`;
}

function table(head: Cells, lines: Cells[]): string {
  const rule = head.map((_, i) => (i === 0 ? "---" : "---:"));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

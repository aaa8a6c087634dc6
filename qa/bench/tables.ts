import type { Measured, Run } from "./record.ts";

type Cells = (string | undefined)[];

const number = (value: number | undefined | null) =>
  value && Number.isFinite(value) ? value.toFixed(2) : "–";

/** The run as tables, with the one before beside it. */
export function tables(run: Run, before: Run | null): string {
  const parts = [
    "# The bench",
    `Commit ${run.commit}, ${run.day}. ${run.machine}.`,
    [
      "Rate: answers a second, ours by the other's, both under eight connections in turns; the median of the rounds.",
      "Work: the other's processor time for an answer by ours, in all rounds; other programs on the machine hardly change it.",
      "Growth: the work's ratio at the smallest size by the one at the largest. Before: the work's in the run before.",
      "More is better, but for growth. `npm run bench` makes this anew.",
    ].join("\n"),
    Object.keys(run.rows).length > 0 && sizesTable(run, before),
    before && `Before: commit ${before.commit}, ${before.day}, ${before.machine}.`,
    listed(run.search) &&
      `Searches of one person's 50,000 postings, a page of 50 or less of what fits:\n\n${rowsTable(run, run.search)}`,
    listed(run.quick) &&
      `What \`npm run bench -- --quick\` measures and compares with, 1k:\n\n${rowsTable(run, run.quick, before?.quick)}`,
    listed(run.servers) &&
      table(
        ["postings", "ready after, s", "memory after the load, MB", "file, MB"],
        Object.entries(run.servers).map(([size, { ready, memory, file }]) => [
          size,
          ready.toFixed(1),
          String(memory),
          String(file),
        ]),
      ),
    `Build: ${run.build === null ? "was there already" : `${run.build} s`}.`,
    listed(run.pages) &&
      table(
        ["page", "HTML, KB", "scripts and styles, KB"],
        Object.entries(run.pages).map(([page, { html, rest }]) => [page, `${html}`, `${rest}`]),
      ),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const listed = (some: object | undefined) => Object.keys(some ?? {}).length > 0;

/** Every row at every size. */
function sizesTable(run: Run, before: Run | null): string {
  const sizes = Object.keys(run.rows);
  const [smallest = "", largest = ""] = [sizes[0], sizes.at(-1)];
  const at = (size: string, row: string) => run.rows[size]?.[row];
  const growth = (row: string) => {
    const [few, many] = [at(smallest, row)?.work, at(largest, row)?.work];
    return few && many && sizes.length > 1 ? few / many : undefined;
  };
  const head = [
    "what",
    "against",
    ...sizes.map((size) => `rate, ${size}`),
    ...sizes.map((size) => `work, ${size}`),
    "growth",
    `before, ${smallest}`,
    "ms of a core",
  ];
  const lines = Object.keys(run.rows[smallest] ?? {}).map((row) => [
    row,
    run.against[row],
    ...sizes.map((size) => number(at(size, row)?.ratio)),
    ...sizes.map((size) => number(at(size, row)?.work)),
    number(growth(row)),
    number(before?.rows[smallest]?.[row]?.work),
    number(at(largest, row)?.cost),
  ]);
  return table(head, lines);
}

/** Rows of one size, beside the same in the run before where that has them. */
function rowsTable(
  run: Run,
  rows: Record<string, Measured> = {},
  before?: Record<string, Measured>,
): string {
  const head = ["what", "against", "rate", "work", "ms of a core"];
  if (before) head.push("rate before", "work before");
  const lines = Object.entries(rows).map(([what, { ratio, work, cost }]) => {
    const then = before?.[what];
    const line = [what, run.against[what], number(ratio), number(work), number(cost)];
    return before ? [...line, number(then?.ratio), number(then?.work)] : line;
  });
  return table(head, lines);
}

function table(head: Cells, lines: Cells[]): string {
  const rule = head.map((_, i) => (i === 0 ? "---" : "---:"));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

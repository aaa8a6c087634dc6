import autocannon from "autocannon";

/** What is asked for again and again. */
export type Target = {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
};

/** Answers a second under eight connections. Throws where an answer is no 2xx. */
async function rate(target: Target, seconds: number): Promise<number> {
  const result = await autocannon({ ...target, connections: 8, duration: seconds });
  const { non2xx, errors, requests, duration } = result;
  if (non2xx + errors > 0) throw new Error(`${target.url}: ${non2xx + errors} answers failed`);
  return requests.total / duration;
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * How much of the baseline's rate a target reaches: the median over rounds that measure both in turn, so that
 * whatever else the machine does meets both.
 */
export async function ratio(
  target: Target,
  baseline: Target,
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  await rate(target, 1);
  await rate(baseline, 1);
  const measured: { ours: number; base: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const base = await rate(baseline, seconds);
    measured.push({ ours: await rate(target, seconds), base });
  }
  return {
    ratio: median(measured.map(({ ours, base }) => ours / base)),
    ours: median(measured.map(({ ours }) => ours)),
    base: median(measured.map(({ base }) => base)),
  };
}

import autocannon from "autocannon";

/** What is asked for again and again. */
export type Target = {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** milliseconds of the processor's time that its server has used */
  work: () => number;
};

/** So many answers a measurement has at least, however slow they are. */
const least = 24;

/** Milliseconds of the processor until a program is as fast as it gets, or nearly. */
const warmUp = 1_200;

/** Answers a second under eight connections, and what each cost the processor. Throws where one is no 2xx. */
async function load({ work, ...target }: Target, amount: number) {
  const before = work();
  // The tool ends when it next looks at the clock, which by itself it does once a second.
  const began = performance.now();
  let last = began;
  const { non2xx, errors, requests } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { ...target, amount, connections: 8, timeout: 60, sampleInt: 20 };
    const running = autocannon(options, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    running.on("response", () => {
      last = performance.now();
    });
  });
  if (non2xx + errors > 0) throw new Error(`${target.url}: ${non2xx + errors} answers failed`);
  const took = (last - began) / 1000;
  return { rate: requests.total / took, cost: (work() - before) / requests.total };
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How many answers cost so many milliseconds of the processor's time, once the program is warm. */
async function answersIn(target: Target, milliseconds: number): Promise<number> {
  const amountFor = (some: number, { cost, rate }: Awaited<ReturnType<typeof load>>) =>
    Math.max(least, Math.round(Number.isNaN(cost) ? (rate * some) / 1000 : some / cost));
  const cold = await load(target, least);
  const warm = await load(target, amountFor(warmUp, cold));
  return amountFor(milliseconds, warm);
}

/**
 * How much of the baseline's rate a target reaches, and how its answers' cost compares: over rounds that measure
 * both in turn, so that whatever else the machine does meets both. Rounds are many and short, as that changes
 * by the second, and count answers instead of time, so that a busy machine leaves no program less warm.
 */
export async function ratio(
  target: Target,
  baseline: Target,
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  const [forOurs, forBase] = [
    await answersIn(target, seconds * 1000),
    await answersIn(baseline, seconds * 1000),
  ];
  const measured: Record<"ours" | "base", Awaited<ReturnType<typeof load>>>[] = [];
  for (let round = 0; round < rounds; round++) {
    const base = await load(baseline, forBase);
    measured.push({ ours: await load(target, forOurs), base });
  }
  // Not the median: garbage is collected in one round and not in the next, and is part of what answers cost.
  const cost = (whose: "ours" | "base") =>
    measured.reduce((sum, each) => sum + each[whose].cost, 0) / rounds;
  return {
    ratio: median(measured.map(({ ours, base }) => ours.rate / base.rate)),
    /** the baseline's processor time for an answer by ours: what other programs do hardly moves it */
    work: cost("base") / cost("ours"),
    /** milliseconds of the processor for each of our answers */
    cost: cost("ours"),
  };
}

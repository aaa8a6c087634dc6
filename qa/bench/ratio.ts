import { loadAfterWrites } from "./first-answers.ts";
import { load, type Round, type Target } from "./load.ts";
import type { Row } from "./rows.ts";

/** How long a measurement takes: rounds, and seconds of CPU time in each. */
export type Rounds = { rounds: number; secondsPerRound: number };

/** How our answers compare with the rival's: above 1 ours are the quicker ones. */
export type Measurement = {
  /** our answers per second by the rival's: the median of the rounds */
  rateRatio: number;
  /** the rival's CPU time per answer by ours, over all rounds: hardly changed by what else the machine does */
  cpuRatio: number;
  /** our CPU time per answer */
  cpuMs: number;
};

const minAnswersPerRound = 24;
/** CPU time after which V8 has compiled what matters. */
const warmUpCpuMs = 1_200;
const warmUpWrites = 120;
const writesPerRound = 12;

type Measure = (target: Target, answers: number) => Promise<Round>;

/**
 * Measures a row's two targets in rounds that alternate between them, since a machine's speed changes by the second.
 * Rounds are a number of answers and not of seconds, so that a busy machine leaves neither server less warm.
 */
export async function compareWithRival(
  { source, ours, rival }: Row,
  { rounds, secondsPerRound }: Rounds,
): Promise<Measurement> {
  const afterWrites = source === "first after a write";
  const measure: Measure = afterWrites ? loadAfterWrites : load;
  const warmUp = async (target: Target): Promise<number> => {
    if (!afterWrites) return answersIn(target, secondsPerRound * 1000);
    await measure(target, warmUpWrites);
    return writesPerRound;
  };
  const [ourAnswers, rivalAnswers] = [await warmUp(ours), await warmUp(rival)];
  const measured: { ours: Round; rival: Round }[] = [];
  for (let round = 0; round < rounds; round++) {
    const rivalRound = await measure(rival, rivalAnswers);
    measured.push({ ours: await measure(ours, ourAnswers), rival: rivalRound });
  }
  // The mean and not the median: garbage collection falls into some rounds only, and is part of the cost.
  const meanCpuMs = (whose: "ours" | "rival") =>
    measured.reduce((sum, each) => sum + each[whose].cpuMsPerAnswer, 0) / rounds;
  return {
    rateRatio: median(
      measured.map((each) => each.ours.answersPerSecond / each.rival.answersPerSecond),
    ),
    cpuRatio: meanCpuMs("rival") / meanCpuMs("ours"),
    cpuMs: meanCpuMs("ours"),
  };
}

/** The median, of two the higher one; 0 of none. */
export const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Warms a server up, and gives the number of answers that take so much CPU time. */
async function answersIn(target: Target, cpuMs: number): Promise<number> {
  const cold = await load(target, minAnswersPerRound);
  const warm = await load(target, answersAt(cold, warmUpCpuMs));
  return answersAt(warm, cpuMs);
}

function answersAt({ answersPerSecond, cpuMsPerAnswer }: Round, cpuMs: number): number {
  const answers = Number.isNaN(cpuMsPerAnswer)
    ? (answersPerSecond * cpuMs) / 1000
    : cpuMs / cpuMsPerAnswer;
  return Math.max(minAnswersPerRound, Math.round(answers));
}

import { Worker } from "node:worker_threads";

/** How long others may wait for an answer. */
export const maxWaitMs = 500;

/** A request: its group and name, and whether it can be sent but once. */
export type Watched = { group: string; name: string; once?: boolean };

type Worst = { ms: number; name: string };

/** Watches how long others wait for an answer while requests are sent, and which of them made the longest wait. */
export class Waits {
  /** by group */
  readonly worst = new Map<string, Worst>();
  private readonly numbers = new Float64Array(new SharedArrayBuffer(16));
  private readonly worker: Worker;

  constructor(address: string) {
    const workerData = { address, shared: this.numbers.buffer };
    this.worker = new Worker(new URL("./asking.ts", import.meta.url), { workerData });
    this.worker.on("error", () => {});
  }

  /** Runs, notes how long others waited, and gives what came of it. Where that was too long, it may run once more. */
  async during<Result>(
    { group, name, once }: Watched,
    run: () => Promise<Result>,
  ): Promise<{ ms: number; result: Result }> {
    const first = await this.watch(run);
    // What waited for the machine's other work does not wait again.
    const shorter = (second: typeof first) => (second.ms < first.ms ? second : first);
    const watched = first.ms > maxWaitMs && !once ? shorter(await this.watch(run)) : first;
    if (watched.ms > (this.worst.get(group)?.ms ?? -1))
      this.worst.set(group, { ms: watched.ms, name });
    return watched;
  }

  private async watch<Result>(run: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
    this.numbers[0] = 0;
    const result = await run();
    return { ms: Math.round(this.longestMs()), result };
  }

  /** The longest wait; one that is not over counts up to now. */
  private longestMs(): number {
    const [longest = 0, since = 0] = this.numbers;
    const now = performance.timeOrigin + performance.now();
    return Math.max(longest, since > 0 ? now - since : 0);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

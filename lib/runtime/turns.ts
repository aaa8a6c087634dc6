import { AppError } from "../errors.ts";

type Limits = {
  /** how many run at once */
  running: number;
  /** how many wait for their turn; more are refused with a sentence */
  waiting: number;
  sentence: string;
};

/** Runs a few pieces of long work at once, and the others in turn, in the order in which they came. */
export class Turns {
  readonly #limits: Limits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get isIdle(): boolean {
    return this.#running === 0;
  }

  /** Runs work once it is its turn. Throws an `AppError` where too much waits. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const { running, waiting, sentence } = this.#limits;
    if (this.#running < running) this.#running += 1;
    else {
      if (this.#waiting.length >= waiting) throw new AppError(sentence, "too_many");
      // Whoever ends hands its place on.
      await new Promise<void>((begin) => this.#waiting.push(begin));
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

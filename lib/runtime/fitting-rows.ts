/** How long the rows that are written at once may take, so that nobody else waits long for the event loop or the file. */
const targetMs = 20;

type Bounds = { first: number; least: number; most: number };

/** Counts how many rows can be written at once within `targetMs`, by how long the rows before took. */
export class FittingRows {
  readonly #bounds: Bounds;
  rows: number;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
    this.rows = bounds.first;
  }

  /** Runs a step with as many rows as fit. */
  async measure<Result>(step: (rows: number) => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    const result = await step(this.rows);
    const { least, most } = this.#bounds;
    const fitting = (this.rows * targetMs) / Math.max(1, performance.now() - begun);
    this.rows = Math.round(Math.min(most, Math.max(least, Math.min(fitting, this.rows * 2))));
    return result;
  }
}

/** What the run of a fault found. */
export type Outcome = {
  figures: Record<string, string | number>;
  /** what must not happen: acknowledged data that is gone, a start that fails, a wrong response */
  failures: string[];
  /** why this machine cannot run it */
  skipped?: string;
};

/** A fault that is injected into a running server. */
export type Fault = {
  /** one line for the output */
  description: string;
  run: (options: Record<string, number>) => Promise<Outcome>;
};

/** The outcome of a fault that this machine cannot run. */
export const skip = (reason: string): Outcome => ({ figures: {}, failures: [], skipped: reason });

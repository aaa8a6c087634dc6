/** What a fault's run found. */
export type Outcome = {
  figures: Record<string, string | number>;
  /** what must not be: acknowledged data that is gone, a start that fails, an answer that breaks */
  faults: string[];
  /** why this machine could not show it */
  skipped?: string;
};

export type Fault = {
  /** one line for whoever runs it */
  what: string;
  run: (options: Record<string, number>) => Promise<Outcome>;
};

/** What a fault says that this machine cannot show. */
export const skip = (skipped: string): Outcome => ({ figures: {}, faults: [], skipped });

/** Two bounds of a share, each between 0 and 1. */
export type Interval = { low: number; high: number };

/** The standard normal's 97.5 % point: what a 95 % interval is made with. */
export const z95 = 1.959963984540054;

/** A number held between 0 and 1. */
export const clampShare = (value: number) => Math.min(1, Math.max(0, value));

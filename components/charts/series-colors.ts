/** Apart for colour-blind eyes; the legend names them besides. */
export const seriesColors = [1, 2, 3, 4, 5, 6].map((n) => `var(--series-${n})`);

/**
 * The assignment problem, by the Hungarian method with potentials: gives each row at most one column so that
 * the sum of scores is greatest. `scores[row][column]`; a pair at 0 or below is left out. Takes rows² × columns.
 */
export function assignBest(scores: readonly (readonly number[])[]): (number | null)[] {
  const width = scores[0]?.length ?? 0;
  // One spare column a row stands for leaving it out, so that a full assignment always exists.
  const columns = width + scores.length;
  const cost = (row: number, column: number) => -Math.max(scores[row]?.[column] ?? 0, 0);
  const rowPotential = new Float64Array(scores.length);
  const columnPotential = new Float64Array(columns);
  const rowOf = new Int32Array(columns).fill(-1);
  for (let row = 0; row < scores.length; row += 1) {
    augment(row, { cost, rowPotential, columnPotential, rowOf });
  }
  const chosen: (number | null)[] = scores.map(() => null);
  for (let column = 0; column < width; column += 1) {
    const row = rowOf[column] ?? -1;
    if (row >= 0 && (scores[row]?.[column] ?? 0) > 0) chosen[row] = column;
  }
  return chosen;
}

type State = {
  cost(row: number, column: number): number;
  rowPotential: Float64Array;
  columnPotential: Float64Array;
  /** the row that each column is given to, or -1 */
  rowOf: Int32Array;
};

/** Gives `start` a column along the cheapest alternating path; others may move to make room. */
function augment(start: number, { cost, rowPotential, columnPotential, rowOf }: State): void {
  const slack = new Float64Array(rowOf.length).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(rowOf.length).fill(-1);
  const reached = new Set<number>();
  const rows = [start];
  let [row, from, end] = [start, -1, -1];
  while (end < 0) {
    let next = -1;
    for (let column = 0; column < rowOf.length; column += 1) {
      if (reached.has(column)) continue;
      const reduced = cost(row, column) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
      if (reduced < (slack[column] ?? 0)) {
        slack[column] = reduced;
        previous[column] = from;
      }
      if (next < 0 || (slack[column] ?? 0) < (slack[next] ?? 0)) next = column;
    }
    const step = slack[next] ?? 0;
    for (const seen of rows) rowPotential[seen] = (rowPotential[seen] ?? 0) + step;
    for (let column = 0; column < rowOf.length; column += 1) {
      if (reached.has(column)) columnPotential[column] = (columnPotential[column] ?? 0) - step;
      else slack[column] = (slack[column] ?? 0) - step;
    }
    reached.add(next);
    from = next;
    row = rowOf[next] ?? -1;
    if (row < 0) end = next;
    else rows.push(row);
  }
  for (let column = end; column >= 0; ) {
    const back = previous[column] ?? -1;
    rowOf[column] = back < 0 ? start : (rowOf[back] ?? -1);
    column = back;
  }
}

import type { FlowPlace, FlowQuery } from "./flow-model.ts";

/** One linked piece of the picture: ribbons, the bar that they lead to, and its words. */
export type FlowMark = {
  query: FlowQuery;
  count: number;
  ribbons: string[];
  bar?: { x: number; y: number; width: number; height: number };
  /** with the count beside them, or below where they are stacked */
  words?: { x: number; y: number; text: string; stacked?: boolean };
};

export type FlowDrawing = { width: number; height: number; marks: FlowMark[] };

/** Thinner than this nobody sees it. */
export const thin = (size: number) => Math.max(1.5, size);

const round = (value: number) => Math.round(value * 10) / 10;
const point = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** A ribbon from a bar that stands at `x0` to one at `x1`, each end from its `y` over `size`. */
export function across(x0: number, y0: number, x1: number, y1: number, size: number): string {
  const middle = (x0 + x1) / 2;
  const s = thin(size);
  return `M${point(x0, y0)}C${point(middle, y0)} ${point(middle, y1)} ${point(x1, y1)}V${round(y1 + s)}C${point(middle, y1 + s)} ${point(middle, y0 + s)} ${point(x0, y0 + s)}Z`;
}

/** The same between bars that lie at `y0` and `y1`. */
export function down(y0: number, x0: number, y1: number, x1: number, size: number): string {
  const middle = (y0 + y1) / 2;
  const s = thin(size);
  return `M${point(x0, y0)}C${point(x0, middle)} ${point(x1, middle)} ${point(x1, y1)}H${round(x1 + s)}C${point(x1 + s, middle)} ${point(x0 + s, middle)} ${point(x0 + s, y0)}Z`;
}

/** A ribbon that leaves a lying bar downwards at `x0` and turns right, to end at `x1`. */
export function aside(x0: number, y0: number, x1: number, y1: number, size: number): string {
  const s = thin(size);
  const [right, low] = [x0 + s, y1 + s];
  return `M${point(right, y0)}C${point(right, y1)} ${point(right, y1)} ${point(x1, y1)}V${round(low)}C${point(x0, low)} ${point(x0, low)} ${point(x0, y0)}Z`;
}

type ExitLayout = { x: number; top: number; bar: number; slot: number; scale: number };

/**
 * A place's exits as marks, one below the other, and where the last one ends. `ribbon` draws the way to a bar whose
 * top is `y`, given the width that the exits before it took.
 */
export function exitMarks(
  { place, exits }: FlowPlace,
  { x, top, bar, slot, scale }: ExitLayout,
  ribbon: (before: number, y: number, size: number) => string,
): { marks: FlowMark[]; bottom: number } {
  let [before, bottom] = [0, top];
  const marks = exits.map(({ exit, label, count }): FlowMark => {
    const size = count * scale;
    const y = bottom + Math.max(0, slot - size) / 2;
    const mark = {
      query: { stage: place, exit },
      count,
      ribbons: [ribbon(before, y, size)],
      bar: { x, y, width: bar, height: thin(size) },
      words: { x: x + bar + 8, y: y + size / 2, text: label },
    };
    before += size;
    bottom += Math.max(slot, size + 4);
    return mark;
  });
  return { marks, bottom };
}

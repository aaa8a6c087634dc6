import { aside, down, exitMarks, type FlowDrawing, type FlowMark, thin } from "./flow-mark.ts";
import type { Flow, FlowPlace } from "./flow-model.ts";

const width = 330;
const flowWidth = 118;
const between = 8;
const bar = 8;
const slot = 24;
/** between what was drawn before and a stage's bar */
const above = 6;
/** where exits end, right of the widest bar */
const edge = flowWidth + between + 18;

/**
 * The picture for a phone and for paper: stages from top to bottom along the left edge, and from each its
 * exits turning right, one line of words each. What goes on stays left, so no ribbon crosses another.
 */
export function narrowFlow(flow: Flow): FlowDrawing {
  const scale = flowWidth / Math.max(1, flow.total);
  const marks: FlowMark[] = [];
  let [from, y] = [0, drawSources(marks, flow.sources, scale)];
  flow.stages.forEach((place, at) => {
    const line = y + above;
    const size = place.count * scale;
    marks.push({
      query: { stage: place.place },
      count: place.count,
      ribbons: at > 0 ? [down(from, 0, line, 0, size)] : [],
      bar: { x: 0, y: line, width: thin(size), height: bar },
      words: { x: thin(size) + 8, y: line + bar / 2, text: place.label },
    });
    from = line + bar;
    y = drawExits(marks, place, place.on * scale, from, scale) + 12;
  });
  return { width, height: Math.ceil(y), marks };
}

// The bars that lead to the first stage, side by side, with their ribbons to it; gives where the last exit ends.
function drawSources(marks: FlowMark[], sources: FlowPlace[], scale: number): number {
  const line = sources.length > 1 ? 24 : 4;
  let [x, into, y] = [0, 0, 0];
  const drawn = sources.map((place) => {
    const size = thin(place.count * scale);
    const beside = place === sources.at(-1);
    const mark: FlowMark = {
      query: { stage: place.place },
      count: place.count,
      ribbons: [],
      bar: { x, y: line, width: size, height: bar },
      words: {
        x: beside ? x + size + 8 : 0,
        y: beside ? line + bar / 2 : 10,
        text: place.label,
      },
    };
    marks.push(mark);
    y = drawExits(marks, place, x + place.on * scale, line + bar, scale) + 12;
    const source = { place, mark, from: x, to: into };
    x += size + between;
    into += place.on * scale;
    return source;
  });
  // Only now is the line of the first stage known.
  for (const { place, mark, from, to } of drawn) {
    if (place.on === 0) continue;
    const ribbon = down(line + bar, from, y + above, to, place.on * scale);
    if (place.place === "direct") mark.ribbons.push(ribbon);
    else marks.push({ query: { stage: "saved", exit: "on" }, count: place.on, ribbons: [ribbon] });
  }
  return y;
}

// Draws a place's exits, which leave its bar at `x` and to the right of it, and gives where the last one ends.
function drawExits(
  marks: FlowMark[],
  place: FlowPlace,
  x: number,
  line: number,
  scale: number,
): number {
  const right = x + place.exits.reduce((sum, { count }) => sum + count * scale, 0);
  const exits = exitMarks(place, { x: edge, top: line + 8, bar, slot, scale }, (before, y, size) =>
    aside(right - before - size, line, edge, y, size),
  );
  marks.push(...exits.marks);
  return exits.bottom;
}

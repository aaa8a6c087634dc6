import { across, exitMarks, type FlowDrawing, type FlowMark, thin } from "./flow-mark.ts";
import type { Flow, FlowPlace } from "./flow-model.ts";

const width = 960;
/** beside the last bar, for the words of the exits there */
const margin = 180;
const bar = 10;
const top = 44;
const gap = 10;
const slot = 22;
const flowHeight = 250;

/**
 * The picture where there is room: stages from left to right along one top line, and from each its exits
 * falling to the right. An earlier stage's exits begin below all that comes of the later ones, so that
 * no ribbon crosses another and the words beside an exit have the whole line.
 */
export function wideFlow(flow: Flow): FlowDrawing {
  const scale = flowHeight / Math.max(1, flow.total);
  const columns = flow.stages.length + (flow.sources.length > 0 ? 1 : 0);
  const step = Math.min(190, (width - margin - bar) / Math.max(1, columns));
  const first = flow.sources.length > 0 ? step : 0;
  const x = (at: number) => first + at * step;
  const marks: FlowMark[] = [];

  let bottom = top;
  for (let at = flow.stages.length - 1; at >= 0; at -= 1) {
    const place = flow.stages[at] as FlowPlace;
    const next = flow.stages[at + 1];
    const start = next ? Math.max(top + thin(next.count * scale), bottom) + gap : top;
    bottom = drawExits(marks, place, x(at), top + place.on * scale, x(at + 1), start, scale);
    const size = place.count * scale;
    marks.push({
      query: { stage: place.place },
      count: place.count,
      ribbons: at > 0 ? [across(x(at - 1) + bar, top, x(at), top, size)] : [],
      bar: { x: x(at), y: top, width: bar, height: thin(size) },
      words: { x: x(at), y: top - 28, text: place.label, stacked: true },
    });
    bottom = Math.max(bottom, top + thin(size));
  }

  let y = top;
  let into = top;
  for (const place of flow.sources) {
    const size = thin(place.count * scale);
    if (y > top) y += 52;
    const onward = across(bar, y, first, into, place.on * scale);
    const direct = place.place === "direct";
    marks.push({
      query: { stage: place.place },
      count: place.count,
      ribbons: direct ? [onward] : [],
      bar: { x: 0, y, width: bar, height: size },
      words: { x: 0, y: y - 28, text: place.label, stacked: true },
    });
    if (!direct && place.on > 0) {
      marks.push({
        query: { stage: place.place, exit: "on" },
        count: place.on,
        ribbons: [onward],
      });
    }
    const low = Math.max(bottom, y) + gap;
    const fan = drawExits(marks, place, 0, y + place.on * scale, first, low, scale);
    if (place.exits.length > 0) bottom = fan;
    into += place.on * scale;
    y += size;
  }
  return { width, height: Math.ceil(Math.max(bottom, y) + 4), marks: marks.reverse() };
}

// Draws a place's exits from `y0` on its bar to `x1`, from `y1` downwards, and gives where they end.
function drawExits(
  marks: FlowMark[],
  place: FlowPlace,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  scale: number,
): number {
  const exits = exitMarks(place, { x: x1, top: y1, bar, slot, scale }, (before, y, size) =>
    across(x0 + bar, y0 + before, x1, y, size),
  );
  marks.push(...exits.marks.reverse());
  return exits.bottom;
}

import type { SVGProps } from "react";
import type { IconShape } from "./icons.ts";

type Props = Omit<SVGProps<SVGSVGElement>, "d" | "path" | "of"> & { of: IconShape };

/** One of Lucide's icons as a single path, beside words or a label: a list with hundreds of them stays light. */
export function Icon({ of, className = "", ...rest }: Props) {
  return (
    <svg aria-hidden="true" {...rest} className={`icon ${className}`.trim()} viewBox="0 0 24 24">
      <path d={pathOf(of)} />
    </svg>
  );
}

const paths = new WeakMap<IconShape, string>();

function pathOf(icon: IconShape): string {
  const known = paths.get(icon);
  if (known) return known;
  const path = icon.node.map(([shape, of]) => strokes(shape, of as Shape)).join("");
  paths.set(icon, path);
  return path;
}

type Shape = Record<string, string | undefined>;

/** Path data of a shape, from an absolute start. Throws for a shape that no icon has used yet. */
function strokes(shape: string, { d = "", ...given }: Shape): string {
  const of = (name: string) => Number(given[name] ?? 0);
  if (shape === "path") return d.startsWith("m") ? `M0 0${d}` : d;
  if (shape === "circle") {
    const r = of("r");
    return `M${of("cx") - r} ${of("cy")}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  if (shape === "line") return `M${of("x1")} ${of("y1")}L${of("x2")} ${of("y2")}`;
  if (shape !== "rect") throw new Error(`No path is known for <${shape}>.`);
  const r = of("rx") || of("ry");
  const [across, down] = [of("width") - 2 * r, of("height") - 2 * r];
  const turn = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return `M${of("x") + r} ${of("y")}h${across}${turn(r, r)}v${down}${turn(-r, r)}h${-across}${turn(-r, -r)}v${-down}${turn(r, -r)}z`;
}

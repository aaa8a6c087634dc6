import type { Flow } from "./flow-model.ts";

/** The bands of a flow as rows: from, to, how many. */
export function flowRows({ sources, stages }: Flow): [string, string, number][] {
  const onward = [...sources, ...stages].flatMap((place, at): [string, string, number][] => {
    const next = at < sources.length ? stages[0] : stages[at - sources.length + 1];
    const on: [string, string, number][] =
      next && place.on > 0 ? [[place.label, next.label, place.on]] : [];
    return [
      ...on,
      ...place.exits.map(({ label, count }): [string, string, number] => [
        place.label,
        label,
        count,
      ]),
    ];
  });
  return onward;
}

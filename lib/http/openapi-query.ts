import type { Collection } from "../lists/collection.ts";
import { comparisons, scalarFields } from "../lists/filters.ts";
import { pageLimit } from "../lists/paging.ts";
import type { Operation } from "./operation.ts";

type Json = Record<string, unknown>;

/** What the address of a list may ask: a page, an order, words, and filters by field. */
export function queryParameters({ list, paged }: Operation): Json[] {
  if (!list && !paged) return [];
  const parameter = (name: string, text: string, schema: Json) => ({
    name,
    in: "query",
    description: text,
    schema,
  });
  const page = [
    parameter("limit", "Rows of one page; without it the list is complete", {
      type: "integer",
      minimum: 1,
      maximum: pageLimit.most,
    }),
    parameter("cursor", "Where a page begins, as the Link header gives it", { type: "string" }),
  ];
  if (!list) return page;
  return [
    ...page,
    parameter("ordering", "A field; with a minus sign in front, the other way round", {
      type: "string",
      enum: scalarFields(list).flatMap(([name]) => [name, `-${name}`]),
    }),
    parameter(
      "search",
      "Words that must all be found; those that are called so come first, unless an order is asked for",
      { type: "string", maxLength: 200 },
    ),
    ...filterParameters(list).map(([name, schema]) => parameter(name, "Filters the list", schema)),
  ];
}

function filterParameters(list: Collection): [string, Json][] {
  const types = { integer: { type: "integer" }, boolean: { type: "boolean" } } as Record<
    string,
    Json
  >;
  return scalarFields(list).flatMap(([name, kind]): [string, Json][] => {
    const schema = types[kind] ?? { type: "string" };
    const ranges = kind === "integer" || kind === "instant" ? Object.keys(comparisons) : [];
    return [
      [name, schema],
      ...ranges.map((range): [string, Json] => [`${name}__${range}`, schema]),
    ];
  });
}

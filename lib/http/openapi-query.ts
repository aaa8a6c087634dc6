import type { Collection } from "../lists/collection.ts";
import { comparisons, scalarFields } from "../lists/filters.ts";
import { pageLimit } from "../lists/paging.ts";
import type { Operation } from "./operation.ts";

type Json = Record<string, unknown>;

const parameter = (name: string, description: string, schema: Json) => ({
  name,
  in: "query",
  description,
  schema,
});

const pageParameters = [
  parameter("limit", "Rows of one page; without it the list is complete", {
    type: "integer",
    minimum: 1,
    maximum: pageLimit.most,
  }),
  parameter("cursor", "Where a page begins, as the Link header gives it", { type: "string" }),
];

/** What the address of a list may ask: a page, an order, words, and filters by field. */
export function queryParameters({ list, paged }: Operation): Json[] {
  if (!list) return paged ? pageParameters : [];
  return [
    ...pageParameters,
    parameter("ordering", "A field; with a minus sign in front, the other way round", {
      type: "string",
      enum: scalarFields(list).flatMap(([name]) => [name, `-${name}`]),
    }),
    parameter(
      "search",
      "Words that must all be found; those that are called so come first, unless an order is asked for",
      { type: "string", maxLength: 200 },
    ),
    ...filterParameters(list),
  ];
}

const filterParameters = (list: Collection) =>
  scalarFields(list).flatMap(([name, kind]) => {
    const type = kind === "integer" || kind === "boolean" ? kind : "string";
    const ranges = ["integer", "instant", "day"].includes(kind) ? Object.keys(comparisons) : [];
    const names = [name, ...ranges.map((range) => `${name}__${range}`)];
    return names.map((each) => parameter(each, "Filters the list", { type }));
  });

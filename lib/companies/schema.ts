import { z } from "zod";
import { bool, text } from "../fields.ts";
import { inputOf } from "../records/derive.ts";
import { companyFields } from "./fields.ts";
import { maxCompanyName } from "./values.ts";

/** Schema of what the API takes to be kept about a company; `do_not_apply` sets the mark or takes it off. */
export const companyInput = (zone: string) =>
  inputOf(companyFields)(zone).extend({ do_not_apply: bool().optional() }).partial();

/** Schema of a merge: the other spelling. */
export const aliasInput = () => z.object({ name: text({ max: maxCompanyName }) });

/** The company's name in an address. */
export const nameParam = z.object({ name: z.string().max(maxCompanyName * 2) });

/** The query parameters of the companies page. */
export const companyFilter = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});

import { z } from "zod";
import { bool, text } from "../fields.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { tagParameters } from "../tags/schema.ts";
import { companyFields } from "./fields.ts";
import { maxCompanyName, maxWhy } from "./values.ts";

/** Schema of what the API takes to be kept about a company; `do_not_apply` sets the mark or takes it off. */
export const companyInput = (zone: string) =>
  inputOf(companyFields)(zone).extend({ do_not_apply: bool().optional() }).partial();

const { name, notes, url } = companyFields;
const edited = { name, notes, url };

/** Schema of the form of what is kept, without the mark; rich text is sanitised. */
export const companyForm = formOf(edited);

/** Initial values of that form. */
export const companyInitial = (
  row: Parameters<typeof initialValues<typeof edited>>[1],
  zone: string,
) => initialValues(edited, row, zone);

/** Schema of the form of "Do not apply again". */
export const markForm = z.object({ do_not_apply_why: text({ max: maxWhy, blank: true }) });

/** Schema of a merge: the other spelling. */
export const aliasInput = () => z.object({ name: text({ max: maxCompanyName }) });

/** The company's name in an address. */
export const nameParam = z.object({ name: z.string().max(maxCompanyName * 2) });

/** The query parameters of the companies page. */
export const companyFilter = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
  ...tagParameters,
});

export type CompanyFilter = z.infer<typeof companyFilter>;

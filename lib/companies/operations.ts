import "server-only";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { formatInstant } from "../dates.ts";
import { requireIfMatch } from "../http/etag.ts";
import { created, idParam, noContent, ok, operation } from "../http/operation.ts";
import { jsonPage } from "../lists/json-page.ts";
import { pageLinks, requestedPage } from "../lists/paging.ts";
import { keepCompany, mergeCompany, unmergeCompany } from "./commands.ts";
import { companyKind } from "./kind.ts";
import { type ListedCompany, listCompanies } from "./list.ts";
import { type Company, getCompany } from "./queries.ts";
import { companyRecord } from "./record.ts";
import { aliasInput, companyInput, nameParam } from "./schema.ts";

const dateTime = z.string().meta({ format: "date-time" });

const aliasShape = z
  .strictObject({ id: z.int(), name: z.string(), merged_at: dateTime })
  .meta({ id: "CompanyAlias" });

const companyShape = z
  .strictObject({
    /** that of what you keep, by which the links of tags name it; null where you keep nothing */
    id: z.int().nullable(),
    name: z.string(),
    /** how else your openings and contacts write it */
    also_written: z.array(z.string()),
    notes: z.string(),
    url: z.string(),
    /** since when "Do not apply again" is set */
    do_not_apply_at: dateTime.nullable(),
    do_not_apply_why: z.string(),
    aliases: z.array(aliasShape),
    postings: z.int(),
    applied: z.int(),
    /** applications that got an answer, a rejection included */
    answered: z.int(),
    /** applications that came to an interview, or to an offer */
    interviewed: z.int(),
    offers: z.int(),
    rejected: z.int(),
    /** applications without an answer for 30 days, or without a word after an interview */
    silent: z.int(),
    /** median of the days from application to answer */
    answer_days: z.int().nullable(),
    first_applied_at: dateTime.nullable(),
    last_applied_at: dateTime.nullable(),
    opportunities: z.int(),
    contacts: z.int(),
  })
  .meta({ id: "Company" });

const listedShape = z
  .strictObject({
    id: z.int().nullable(),
    name: z.string(),
    postings: z.int(),
    applied: z.int(),
    answered: z.int(),
    last_applied_at: dateTime.nullable(),
    opportunities: z.int(),
    contacts: z.int(),
    do_not_apply_at: dateTime.nullable(),
  })
  .meta({ id: "ListedCompany" });

const inZone = (at: string | null, { time_zone }: Actor) => at && formatInstant(at, time_zone);

/** A company as the API shows it. */
async function shown(actor: Actor, found: Company) {
  const { key, aliases, do_not_apply_at, ...kept } = found;
  const record = await companyRecord(actor, key);
  return {
    ...kept,
    do_not_apply_at: inZone(do_not_apply_at, actor),
    aliases: aliases.map(({ id, name, merged_at }) => ({
      id,
      name,
      merged_at: formatInstant(merged_at, actor.time_zone),
    })),
    ...record,
    first_applied_at: inZone(record.first_applied_at, actor),
    last_applied_at: inZone(record.last_applied_at, actor),
  };
}

const path = "/api/company/{name}";
const common = { tag: companyKind.tag, access: "user" as const };
const one = { ...common, params: nameParam };
const missing = {
  404: { description: "No company’s name: it has no word, or says “Confidential”" },
};

const sampleAlias = {
  id: 3,
  name: "Larch Bakeries",
  merged_at: "2024-06-03T14:20:11.512000-07:00",
};
const sampleListed = {
  id: 2,
  name: "Larch Foods",
  postings: 4,
  applied: 4,
  answered: 3,
  last_applied_at: "2024-09-03T10:00:00-07:00",
  opportunities: 1,
  contacts: 2,
  do_not_apply_at: "2024-10-28T09:00:00-07:00",
};
const sample = {
  ...sampleListed,
  also_written: ["Larch Foods, Inc."],
  notes: "<p>Kind people, slow answers</p>",
  url: "https://larch.example/careers",
  do_not_apply_why: "Two team interviews, then not a word",
  aliases: [sampleAlias],
  interviewed: 2,
  offers: 0,
  rejected: 1,
  silent: 2,
  answer_days: 9,
  first_applied_at: "2024-02-12T10:00:00-08:00",
};

/** The list's order, as its cursors name it. */
const order = "name";

const listAllCompanies = operation({
  ...common,
  id: "list_companies",
  method: "GET",
  path: "/api/company/",
  summary: "The companies of your postings, opportunities and contacts, by name",
  paged: true,
  responses: { 200: { description: "The list", schema: z.array(listedShape) } },
  example: { response: [sampleListed] },
  run: async ({ actor, url }) => {
    const page = requestedPage(url.searchParams, order);
    const { json, next } = await jsonPage<ListedCompany>(
      page ?? { limit: Number.POSITIVE_INFINITY },
      {
        order,
        read: ({ limit, after }) =>
          listCompanies(actor, {
            limit: limit + 1,
            after: after === undefined ? "" : String(after.value),
          }),
        positionOf: ({ key }) => ({ value: key, id: 0 }),
        wire: ({ key: _, ...row }) => ({
          ...row,
          last_applied_at: inZone(row.last_applied_at, actor),
          do_not_apply_at: inZone(row.do_not_apply_at, actor),
        }),
      },
    );
    return { status: 200, json, headers: page ? pageLinks(url, next) : {} };
  },
});

const readCompany = operation({
  ...one,
  id: "read_company",
  method: "GET",
  path,
  summary: "A company by any spelling of its name: what you keep about it, and its record with you",
  responses: { 200: { description: "The company", schema: companyShape }, ...missing },
  example: { response: sample },
  run: async ({ actor, params }) => ok(await shown(actor, await getCompany(actor, params.name))),
});

const patchCompany = operation({
  ...one,
  id: "patch_company",
  method: "PATCH",
  path,
  summary: "Change notes, web page, shown name, or “Do not apply again” with why",
  partial: true,
  mergePatch: true,
  conditional: true,
  body: companyInput,
  example: { request: { do_not_apply: true, do_not_apply_why: sample.do_not_apply_why } },
  responses: {
    204: { description: "Changed" },
    400: { description: "What is wrong at each field" },
    409: { description: "The new name is another company’s: merge the two instead" },
    ...missing,
  },
  run: async ({ actor, params, read, request }) => {
    const found = await getCompany(actor, params.name);
    requireIfMatch(request, await shown(actor, found));
    await keepCompany(actor, found, await read());
    return noContent;
  },
});

const createCompanyAlias = operation({
  ...one,
  id: "create_company_alias",
  method: "POST",
  path: `${path}/aliases/`,
  summary: "Merge another spelling into this company",
  body: aliasInput,
  example: { request: { name: "Larch Bakeries" }, response: sampleAlias },
  responses: {
    201: { description: "Merged", schema: aliasShape },
    400: { description: "What is wrong at each field" },
    409: { description: "They are one already" },
    ...missing,
  },
  run: async ({ actor, params, read }) => {
    const found = await getCompany(actor, params.name);
    const id = await mergeCompany(actor, found, (await read()).name);
    const alias = (await shown(actor, await getCompany(actor, params.name))).aliases.find(
      (made) => made.id === id,
    );
    return created(
      `${path.replace("{name}", encodeURIComponent(params.name))}/aliases/${id}`,
      alias,
    );
  },
});

const removeCompanyAlias = operation({
  ...common,
  id: "delete_company_alias",
  method: "DELETE",
  path: `${path}/aliases/{alias_id}`,
  params: nameParam.extend({ alias_id: idParam.shape.id }),
  summary: "Take a merged spelling out again; what you kept about both is as it was",
  responses: { 204: { description: "Undone" }, 404: { description: "There is no such alias" } },
  run: async ({ actor, params }) => {
    await unmergeCompany(actor, await getCompany(actor, params.name), params.alias_id);
    return noContent;
  },
});

/** The operations on companies. */
export const companies = {
  listAllCompanies,
  readCompany,
  patchCompany,
  createCompanyAlias,
  removeCompanyAlias,
};

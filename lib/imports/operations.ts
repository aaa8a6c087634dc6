import "server-only";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { Invalid } from "../errors.ts";
import { bool, text, upTo } from "../fields.ts";
import { listResponse } from "../http/list-response.ts";
import { created, idParam, noContent, ok, operation } from "../http/operation.ts";
import { batchResponse } from "./batch-response.ts";
import { discardBatch, readInEncoding, updateChoices } from "./commands.ts";
import { commitBatch } from "./commit.ts";
import { getBatch } from "./queries.ts";
import { choicesOf } from "./questions.ts";
import { batches, batchInList, rowShape, rows, samples, wholeBatch } from "./representations.ts";
import { encodingName, fileName, takenInput } from "./schema.ts";
import { importLimits } from "./spreadsheet/limits.ts";
import { stageFile } from "./staging/stage.ts";
import { takeAsSaid } from "./staging/taken.ts";
import { requireState } from "./state.ts";
import { restoreBatch, undoBatch } from "./undo.ts";
import { openUpload } from "./upload.ts";
import { targets } from "./vocabulary/targets.ts";

const path = "/api/import_batch/";
const item = `${path}{id}`;
const common = { tag: "Imports", access: "user" } as const;
const onItem = { ...common, path: item, params: idParam } as const;
const errorResponses = {
  403: { description: "The import is another person's" },
  404: { description: "There is no such import" },
};
const badRequest = { description: "What is wrong at each field" };
const batchBody = { description: "The import", schema: wholeBatch };
const conflict = { description: "It is written or undone already" };

export const listImports = operation({
  ...common,
  id: "list_import_batch",
  method: "GET",
  path,
  summary: "Your imports and dry runs, by id",
  responses: { 200: { description: "The list", schema: z.array(batchInList.schema) } },
  example: { response: [samples.brief] },
  list: batches,
  run: (call) => listResponse(batches, call),
});

export const createImport = operation({
  ...common,
  id: "create_import_batch",
  method: "POST",
  path,
  summary: "Read a spreadsheet (CSV, TSV or XLSX) as a dry run: no posting is written yet",
  files: true,
  body: () =>
    z.object({
      file: z.file({ error: "Send the spreadsheet as a file." }),
      sheet: text({ max: 120 }).optional(),
    }),
  responses: { 201: { description: "The dry run", schema: wholeBatch }, 400: badRequest },
  example: { response: samples.whole },
  run: async ({ actor, read, request: { signal } }) => {
    const { file, sheet } = await read();
    const upload = await openUpload();
    try {
      await writeFile(upload.path, await file.bytes(), { mode: 0o600 });
      const options = { sheet, canAsk: true, signal };
      const staged = await stageFile(actor, upload.path, fileName.parse(file.name), options);
      if ("sheets" in staged) {
        throw new Invalid({ sheet: [`Say which sheet is meant: ${staged.sheets.join(", ")}.`] });
      }
      return created(path + staged.id, await batchResponse(actor, staged.id));
    } finally {
      await upload.clear();
    }
  },
});

export const readImport = operation({
  ...onItem,
  id: "read_import_batch",
  method: "GET",
  summary: "One import: how its columns and words are read, and what would become of its rows",
  responses: { 200: batchBody, ...errorResponses },
  example: { response: samples.whole },
  run: async ({ actor, params }) => ok(await batchResponse(actor, params.id)),
});

export const changeImport = operation({
  ...onItem,
  id: "patch_import_batch",
  mergePatch: true,
  method: "PATCH",
  summary:
    "Say what a dry run's columns, status words and dates mean, its text encoding, and which rows are taken",
  body: () =>
    z.object({
      columns: upTo(importLimits.columns, z.array(z.enum([...targets, ""]))).optional(),
      order: z.enum(["dmy", "mdy"]).nullable().optional(),
      statuses: z.record(z.string().max(256), z.string().max(32)).optional(),
      answers: z
        .strictObject({ applied_day: z.string().max(8), day_or_status: z.string().max(8) })
        .partial()
        .optional(),
      encoding: encodingName.optional(),
      taken: takenInput.optional(),
    }),
  responses: { 200: batchBody, 400: badRequest, ...errorResponses, 409: conflict },
  example: {
    request: {
      order: "dmy",
      statuses: { Ghosted: "4 - No Response" },
      taken: { reasons: { "There is no company.": false }, rows: { 35: true } },
    },
    response: samples.whole,
  },
  run: async ({ actor, params, read }) => {
    const staged = requireState(await getBatch(actor, params.id), "draft");
    const { encoding, taken, ...changed } = await read();
    const isOther = encoding !== undefined && encoding !== staged.detected.encoding;
    if (isOther) await readInEncoding(actor, staged, encoding);
    const batch = isOther ? await getBatch(actor, params.id) : staged;
    const { length } = batch.choices.columns;
    if (changed.columns && changed.columns.length !== length) {
      throw new Invalid({ columns: [`Name all ${length} columns.`] });
    }
    if (Object.values(changed).some((value) => value !== undefined)) {
      const { answers = {}, ...choices } = changed;
      const answered = (batch.detected.questions ?? []).flatMap((question) => {
        const answer = question.kind === "order" ? undefined : answers[question.kind];
        return answer === undefined ? [] : [choicesOf(batch.choices, question, answer)];
      });
      await updateChoices(actor, batch, Object.assign({}, ...answered, choices));
    }
    if (taken) await takeAsSaid(actor, batch, taken);
    return ok(await batchResponse(actor, params.id));
  },
});

export const discardImport = operation({
  ...onItem,
  id: "delete_import_batch",
  method: "DELETE",
  summary: "Throw a dry run away",
  responses: { 204: { description: "Gone" }, ...errorResponses, 409: conflict },
  run: async ({ actor, params }) => {
    await discardBatch(actor, requireState(await getBatch(actor, params.id), "draft"));
    return noContent;
  },
});

export const listImportRows = operation({
  ...onItem,
  id: "list_import_rows",
  method: "GET",
  path: `${item}/rows`,
  summary: "The rows of a dry run with what would become of each, in the order of the sheet",
  responses: {
    200: { description: "The rows", schema: z.array(rowShape.schema) },
    ...errorResponses,
  },
  example: { response: [samples.row] },
  list: rows,
  run: async (call) => listResponse(rows, call, (await getBatch(call.actor, call.params.id)).id),
});

export const writeImport = operation({
  ...onItem,
  id: "commit_import_batch",
  method: "POST",
  path: `${item}/commit`,
  summary:
    "Write as postings the rows that were said to be taken, and of all others the new ones; where it fails, none is kept",
  body: () =>
    z.object({
      attention: bool().default(false),
      repeats: bool().default(false),
      duplicates: bool().default(false),
    }),
  responses: { 200: batchBody, 400: badRequest, ...errorResponses, 409: conflict },
  example: {
    request: { attention: true, repeats: false, duplicates: false },
    response: samples.whole,
  },
  run: async ({ actor, params, read }) => {
    const batch = requireState(await getBatch(actor, params.id), "draft");
    await commitBatch(actor, batch, await read());
    return ok(await batchResponse(actor, params.id));
  },
});

export const undoImport = operation({
  ...onItem,
  id: "undo_import_batch",
  method: "POST",
  path: `${item}/undo`,
  summary: "Take an import back: its postings go to the trash",
  responses: {
    200: batchBody,
    ...errorResponses,
    409: { description: "It is not written, or undone" },
  },
  example: { response: samples.whole },
  run: async ({ actor, params }) => {
    await undoBatch(actor, await getBatch(actor, params.id));
    return ok(await batchResponse(actor, params.id));
  },
});

export const restoreImport = operation({
  ...onItem,
  id: "restore_import_batch",
  method: "POST",
  path: `${item}/restore`,
  summary: "Bring the postings of an undone import back from the trash",
  responses: { 200: batchBody, ...errorResponses, 409: { description: "It is not undone" } },
  example: { response: samples.whole },
  run: async ({ actor, params }) => {
    await restoreBatch(actor, await getBatch(actor, params.id));
    return ok(await batchResponse(actor, params.id));
  },
});

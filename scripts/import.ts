// npm run import -- FILE --user NAME [--sheet NAME] [--dry-run] [--json]: imports a spreadsheet of postings.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { closeDb } from "../db/client.ts";
import { actorByUsername } from "../lib/accounts/auth/accounts.ts";
import type { Actor } from "../lib/accounts/auth/actor.ts";
import { AppError } from "../lib/errors.ts";
import { discardBatch } from "../lib/imports/commands.ts";
import { commitBatch } from "../lib/imports/commit.ts";
import {
  attentionRows,
  countRows,
  getBatch,
  streamDraft,
  streamWritten,
} from "../lib/imports/queries.ts";
import { fileName } from "../lib/imports/schema.ts";
import { stageFile } from "../lib/imports/staging/stage.ts";
import { wholePosting } from "../lib/postings/operations.ts";
import { CliError } from "./cli-error.mjs";
import { migrate } from "./migrate.ts";

const usage = "npm run import -- FILE --user NAME [--sheet NAME] [--dry-run] [--json]";

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      user: { type: "string" },
      sheet: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const [file] = positionals;
  if (!file || !values.user) throw new AppError(`How it is used: ${usage}`);
  if (!existsSync(file)) throw new AppError(`There is no file ${file}.`);
  return { ...values, file, user: values.user };
}

/** Prints the postings in the API's format; in a dry run their ids are null. */
async function printJson(actor: Actor, rows: AsyncIterable<object>, attention: number[]) {
  let separator = "";
  process.stdout.write('{"postings": [');
  for await (const row of rows) {
    const posting = wholePosting.one({ ...unsetFields, ...row }, actor.time_zone);
    process.stdout.write(`${separator}\n${JSON.stringify({ ...posting, user: actor.user_id })}`);
    separator = ",";
  }
  process.stdout.write(`\n], "attention": ${JSON.stringify(attention)}}\n`);
}

const unsetFields = {
  job_scan_info: "",
  technology_stack: [],
  posting_application_questions: [],
};

async function main(): Promise<void> {
  const { file, user, sheet, json, "dry-run": dryRun } = readArguments();
  await migrate();
  const actor = await actorByUsername(user, "import");
  if (!actor) throw new AppError(`Nobody here is called ${user}.`);
  const staged = await stageFile(actor, file, fileName.parse(file), { sheet });
  if (!("id" in staged)) return;
  const batch = await getBatch(actor, staged.id);
  try {
    const counts = await countRows(batch);
    const attention = await attentionRows(batch);
    if (json && dryRun) await printJson(actor, streamDraft(batch), attention);
    // What the dry run prints, rows that repeat another included: nobody is there to ask.
    const byDefault = { attention: true, repeats: true, duplicates: false };
    const written = dryRun ? 0 : await commitBatch(actor, batch, byDefault);
    if (json && !dryRun) await printJson(actor, streamWritten(actor, batch), attention);
    if (json) return;
    console.log(
      `${counts.new} new, ${counts.attention} need attention, ${counts.duplicate} here already, ${counts.skipped} left out.`,
    );
    console.log(dryRun ? "Nothing was written." : `${written} postings were imported.`);
  } finally {
    if (dryRun) await discardBatch(actor, batch);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  if (process.argv.includes("--json")) console.log('{"postings": [], "attention": []}');
  const isExplained = error instanceof AppError || error instanceof CliError;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
} finally {
  closeDb();
}

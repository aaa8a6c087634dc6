import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { Analysis } from "./columns/analysis.ts";
import { takeBack } from "./commit.ts";
import type { Encoding } from "./encoding/encodings.ts";
import { type Choices, dateColumnEvidence, deriveChoices } from "./plan/choices.ts";
import { withStatuses } from "./plan/chosen-statuses.ts";
import type { OwnedBatch } from "./queries.ts";
import { deleteDraft } from "./staging/delete-draft.ts";
import { planBatch } from "./staging/plan.ts";
import { stagedRows } from "./staging/rows.ts";
import { restageFile } from "./staging/stage.ts";
import { ownBatch, requireUnwritten } from "./state.ts";
import { inLimitedTurn } from "./turns.ts";
import { openUpload } from "./upload.ts";

/**
 * Saves changed column, date and status choices and plans the draft's rows again; what is not named stays.
 * Throws `AppError` if not a draft.
 */
export const updateChoices = (...called: Parameters<typeof planAgain>): Promise<void> =>
  inLimitedTurn(called[0], () => planAgain(...called));

async function planAgain(
  actor: Actor,
  batch: OwnedBatch,
  changed: Partial<Pick<Choices, "columns" | "order" | "statuses" | "dayOrStatus">>,
): Promise<void> {
  requireUnwritten(batch);
  const { detected, choices } = batch;
  const { dayOrStatus = choices.dayOrStatus } = changed;
  const { columns = choices.columns, order = choices.order, statuses = {} } = changed;
  const at = columns.indexOf("applied_at");
  const applied =
    choices.columns[at] === "applied_at"
      ? choices.applied
      : dateColumnEvidence(detected.headings[at] ?? "");
  const analysis = new Analysis(detected.headings);
  for await (const row of stagedRows(batch.id)) analysis.add(row);
  const chosen = {
    columns,
    applied,
    order,
    dayOrStatus,
    statuses: withStatuses(choices.statuses, statuses),
  };
  await planBatch(actor, batch, detected, analysis, deriveChoices(analysis, chosen));
}

/** Reads a draft's text file again in another encoding. Throws `Invalid` if its bytes were not kept. */
export const readInEncoding = (...called: Parameters<typeof readAgain>): Promise<void> =>
  inLimitedTurn(called[0], () => readAgain(...called));

async function readAgain(actor: Actor, batch: OwnedBatch, encoding: Encoding): Promise<void> {
  requireUnwritten(batch);
  const { path, clear } = await openUpload();
  try {
    await restageFile(actor, batch, path, encoding);
  } finally {
    await clear();
  }
}

/** Deletes a draft, with what an interrupted commit has written of it. */
export async function discardBatch(actor: Actor, batch: OwnedBatch): Promise<void> {
  await takeBack(actor, batch);
  await deleteDraft(ownBatch(actor, batch, "draft"));
}

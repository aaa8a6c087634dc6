"use server";

import { refresh } from "next/cache";
import { rowIdOrZero } from "../../fields.ts";
import { clickAction } from "../../forms/click-action.ts";
import { getPosting } from "../../postings/queries.ts";
import { checkPosting } from "./check.ts";

/** Looks at a posting's address again and says what changed. */
export const checkAgain = clickAction(async ({ actor }, id: number) => {
  const { note } = await checkPosting(actor, await getPosting(actor, rowIdOrZero.parse(id)));
  refresh();
  return { message: note, done: true as const };
});

"use server";

import { z } from "zod";
import { now } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { changedFields } from "../forms/initial-values.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { statusAction, undoStatusAction } from "../forms/status-actions.ts";
import { trashAction } from "../forms/trash-action.ts";
import { lastTrashedInterview } from "../interviews/queries.ts";
import { decryptField } from "../secrets.ts";
import { siteNames } from "../sites/queries.ts";
import { isFresh, savedStatus } from "../statuses/documented.ts";
import { standingOf } from "../statuses/queries.ts";
import type { Statuses } from "../statuses/words.ts";
import { changeTags, requireRoom } from "../tags/row-tags.ts";
import { typedTags } from "../tags/schema.ts";
import {
  changeStatus,
  createPosting,
  datesOfStatus,
  deletePosting,
  updatePosting,
} from "./commands.ts";
import { postingKind } from "./kind.ts";
import { getPosting, type OwnedPosting } from "./queries.ts";
import { postingForm, postingStatusChange, postingStored } from "./schema.ts";
import { directSite } from "./values.ts";

const rows = {
  kind: postingKind,
  find: getPosting,
  nameOf: (posting: Pick<OwnedPosting, "company_name" | "posting_title">) =>
    posting.company_name || posting.posting_title || "The posting",
  remove: deletePosting,
  form: postingForm,
  changeStatus,
  statusChange: postingStatusChange,
  statusWords: (
    { posting }: Statuses,
    status: string,
    { applied_at }: Pick<OwnedPosting, "applied_at">,
  ) => posting.words(status, isFresh(applied_at)),
};

/** Adds a posting and shows it. */
export const addPosting = formAction(async ({ actor, form }) => {
  const { job_site_id, tags: typedNames = "", ...fields } = changedFields(form);
  const typed = { company_name: "", posting_title: "", ...fields };
  const { site_name, applied_at, ...input } = parseInput(postingForm(actor.time_zone), typed);
  const { tags } = parseInput(z.object({ tags: typedTags }), { tags: typedNames });
  await requireRoom(actor, tags);
  const chosen = (await siteNames(actor)).find(({ id }) => String(id) === job_site_id);
  const site =
    chosen && chosen.site_name === (site_name ?? "")
      ? { job_site_id: chosen.id }
      : { site_name: site_name || directSite };
  const made = await createPosting(actor, {
    ...input,
    ...site,
    ...(applied_at ? { applied_at } : {}),
  });
  if (tags.length > 0)
    await changeTags(actor, { kind: postingKind.name, id: made.id }, { add: tags });
  return { flash: { message: `Added ${rows.nameOf(made)}` }, to: `/postings/${made.id}` };
});

/** Writes what was changed in the form and shows the posting; a toast brings back interviews that went with their day. */
export const editPosting = formAction(async ({ actor, form }, id: number) => {
  const zone = actor.time_zone;
  let cleared = false;
  await saveEdit(form, {
    ...postingKind,
    find: () => getPosting(actor, rowIdOrZero.parse(id)),
    stored: async (posting) => {
      const site = (await siteNames(actor)).find((each) => each.id === posting.job_site_id);
      return postingStored(posting, site?.site_name ?? "", zone);
    },
    save: async (posting, changed, check) => {
      const { site_name, ...input } = parseInput(postingForm(zone), changed);
      const status = input.posting_status ?? posting.posting_status;
      const standing = await standingOf(actor, status);
      if (input.applied_at === null && standing !== savedStatus) {
        throw new Invalid({ applied_at: ["Only a saved posting can be without this."] });
      }
      const site = site_name === undefined ? {} : { site_name: site_name || directSite };
      cleared = input.interviewed_at === null && posting.interviewed_at !== null;
      const posting_status = await standingOf(actor, posting.posting_status);
      const dates = datesOfStatus({ ...posting, posting_status }, standing, now());
      const write = { ...dates, ...input, ...site };
      await updatePosting(actor, posting, write, check);
    },
  });
  const ids = cleared ? await lastTrashedInterview(actor, id) : [];
  const went = ids.length > 0 ? " Its interviews are in the trash." : "";
  const undo = ids.length > 0 ? { undo: { kind: "interview", ids } } : {};
  return { flash: { message: `Saved${went && "."}${went}`, ...undo }, to: `/postings/${id}` };
});

/** Moves the posting to the trash and shows the list, with an undo. */
export const removePosting = trashAction(rows);

/** Sets the status by one click; gives what takes it back. */
export const setStatus = statusAction(rows);

/** Takes a click on a status back. */
export const takeBackStatus = undoStatusAction(rows);

/** The posting's password in plain text, for its owner. */
export const revealPassword = clickAction(async ({ actor }, id: number) => {
  const { posting_password } = await getPosting(actor, rowIdOrZero.parse(id));
  return { message: "", done: decryptField(posting_password) ?? "" };
});

"use server";

import { parseInput, rowIdOrZero } from "../fields.ts";
import { visitSite } from "../follow-ups/cadence.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { trashAction } from "../forms/trash-action.ts";
import { storedValues } from "../records/derive.ts";
import { decryptField } from "../secrets.ts";
import { createSite, deleteSite, updateSite } from "./commands.ts";
import { siteFields } from "./fields.ts";
import { siteKind } from "./kind.ts";
import { getSite } from "./queries.ts";
import { siteForm } from "./schema.ts";

/** Adds a site and shows it. */
export const addSite = formAction(async ({ actor, form }) => {
  const typed = { site_name: "", ...Object.fromEntries(form) };
  const { id } = await createSite(actor, parseInput(siteForm(actor.time_zone), typed));
  return { flash: { message: "Added the site" }, to: `/sites/${id}` };
});

/** Writes what was changed in a site's form and shows the site. */
export const editSite = formAction(async ({ actor, form }, id: number) => {
  const zone = actor.time_zone;
  await saveEdit(form, {
    ...siteKind,
    find: () => getSite(actor, rowIdOrZero.parse(id)),
    stored: (site) => storedValues(siteFields, site, zone),
    save: (site, changed, check) =>
      updateSite(actor, site, parseInput(siteForm(zone), changed), check),
  });
  return { flash: { message: "Saved" }, to: `/sites/${id}` };
});

/** Moves a site and its postings to the trash; the toast says how many, and takes it back. */
export const removeSite = trashAction(
  {
    kind: siteKind,
    find: getSite,
    nameOf: ({ site_name }) => site_name || "The site",
    remove: deleteSite,
  },
  (postings) => {
    if (postings === 0) return "is";
    return postings === 1 ? "and 1 posting are" : `and ${postings} postings are`;
  },
);

/** Records that the person followed a site's link. */
export const noteVisit = buttonAction(async ({ actor }, id: number) => {
  await visitSite(actor, await getSite(actor, rowIdOrZero.parse(id)));
  return {};
});

/** Records that the person looked at a site today. */
export const noteLook = buttonAction(async ({ actor }, id: number) => {
  await visitSite(actor, await getSite(actor, rowIdOrZero.parse(id)));
  return { flash: "Noted: you looked today" };
});

/** The site's password in plain text, for its owner. */
export const revealSitePassword = clickAction(async ({ actor }, id: number) => {
  const { site_password } = await getSite(actor, rowIdOrZero.parse(id));
  return { message: "", done: decryptField(site_password) ?? "" };
});

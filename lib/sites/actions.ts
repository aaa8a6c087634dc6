"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { actionActor, requireActor } from "../auth/current.ts";
import { AppError } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { setFlash } from "../flash.ts";
import { changedFields, type FormState, formState } from "../forms.ts";
import { orNotFound } from "../pages.ts";
import { unseal } from "../secrets.ts";
import { createSite, deleteSite, updateSite, visitSite } from "./commands.ts";
import { getSite } from "./queries.ts";
import { siteFields, siteForm } from "./schema.ts";

/** Adds a site and shows it. */
export async function addSite(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const { forget_password: _none, ...input } = parseInput(
      siteForm(actor.time_zone).required({ site_name: true }),
      Object.fromEntries(form),
    );
    const { id } = await createSite(actor, input);
    await setFlash({ message: "The site is added." });
    redirect(`/sites/${id}`);
  });
}

/** Writes what was changed in a site's form and shows the site. */
export async function editSite(id: number, _: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const site = await getSite(actor, id);
    const changed = changedFields(form, siteFields(site, actor.time_zone));
    const { forget_password, ...input } = parseInput(siteForm(actor.time_zone), changed);
    const password = forget_password && !input.site_password ? { site_password: null } : {};
    await updateSite(actor, site, { ...input, ...password });
    await setFlash({ message: "The site is saved." });
    redirect(`/sites/${id}`);
  });
}

/** Moves a site and its postings to the trash; the toast says how many, and takes it back. */
export async function removeSite(id: number): Promise<void> {
  const actor = await requireActor();
  const site = await orNotFound(getSite(actor, id));
  const postings = await deleteSite(actor, site);
  const count = postings === 1 ? "1 posting" : `${postings} postings`;
  const together = postings > 0 ? ` and ${count} are` : " is";
  await setFlash({
    message: `${site.site_name || "The site"}${together} in the trash.`,
    undo: { kind: "site", ids: [id] },
  });
  redirect("/sites");
}

/** Notes that the person followed a site's link. */
export async function noteVisit(id: number): Promise<void> {
  const actor = await requireActor();
  await visitSite(actor, await orNotFound(getSite(actor, id)));
  refresh();
}

/** Notes that the person says they looked at a site today. */
export async function noteLook(id: number): Promise<void> {
  await noteVisit(id);
  await setFlash({ message: "Noted. You looked today." });
}

/** The password that is kept for a site, in clear text, for its owner who asked to see it. */
export async function revealSitePassword(
  id: number,
): Promise<{ password: string } | { message: string }> {
  try {
    const { site_password } = await getSite(await actionActor(), id);
    return { password: unseal(site_password) ?? "" };
  } catch (error) {
    if (error instanceof AppError) return { message: error.message };
    return { message: "It cannot be read: it was kept under another secret." };
  }
}

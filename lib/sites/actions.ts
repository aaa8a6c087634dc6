"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { actionActor, requireActor } from "../accounts/auth/current.ts";
import { parseInput, rowKey } from "../fields.ts";
import { type Answer, answer } from "../forms/action-result.ts";
import { settledFields, undisturbed } from "../forms/conflicts.ts";
import { setFlash } from "../forms/flash.ts";
import { type FormState, formState } from "../forms/form-action.ts";
import { orNotFound } from "../route-params.ts";
import { unseal } from "../secrets.ts";
import { createSite, deleteSite, saveSite, visitSite } from "./commands.ts";
import { getSite } from "./queries.ts";
import { siteForm, standingSite } from "./schema.ts";

/** Adds a site and shows it. */
export async function addSite(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const input = parseInput(siteForm(actor.time_zone), {
      site_name: "",
      ...Object.fromEntries(form),
    });
    const { id } = await createSite(actor, input);
    await setFlash({ message: "The site is added." });
    redirect(`/sites/${id}`);
  });
}

/** Writes what was changed in a site's form and shows the site. */
export async function editSite(id: number, _: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await undisturbed(async () => {
      const site = await getSite(actor, rowKey.parse(id));
      const fields = settledFields(form, standingSite(site, actor.time_zone), {
        rich: "description",
        secret: { field: "site_password", forget: "forget_password" },
      });
      await saveSite(actor, site, parseInput(siteForm(actor.time_zone), fields));
    });
    await setFlash({ message: "The site is saved." });
    redirect(`/sites/${id}`);
  });
}

/** Moves a site and its postings to the trash; the toast says how many, and takes it back. */
export async function removeSite(id: number): Promise<void> {
  const actor = await requireActor();
  const site = await orNotFound(getSite(actor, rowKey.parse(id)));
  const postings = await deleteSite(actor, site);
  const count = postings === 1 ? "1 posting" : `${postings} postings`;
  const together = postings > 0 ? ` and ${count} are` : " is";
  await setFlash({
    message: `${site.site_name || "The site"}${together} in the trash.`,
    undo: { kind: "site", ids: [site.id] },
  });
  redirect("/sites");
}

/** Notes that the person followed a site's link. */
export async function noteVisit(id: number): Promise<void> {
  const actor = await requireActor();
  await visitSite(actor, await orNotFound(getSite(actor, rowKey.parse(id))));
  refresh();
}

/** Notes that the person says they looked at a site today. */
export async function noteLook(id: number): Promise<void> {
  await noteVisit(id);
  await setFlash({ message: "Noted. You looked today." });
}

/** The password that is kept for a site, in clear, for its owner who asked to see it. */
export async function revealSitePassword(id: number): Promise<Answer<string>> {
  return answer(async () => {
    const { site_password } = await getSite(await actionActor(), rowKey.parse(id));
    return { message: "", done: unseal(site_password) ?? "" };
  });
}

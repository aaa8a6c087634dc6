"use server";

import { buttonAction } from "../forms/click-action.ts";
import { forgetConnections } from "./commands.ts";

/** Deletes what was brought of LinkedIn's list. */
export const forgetAllConnections = buttonAction(async ({ actor }) => {
  await forgetConnections(actor);
  return { flash: "Forgot your LinkedIn connections" };
});

"use server";

import { buttonAction } from "../forms/click-action.ts";
import { addSample, removeSample } from "./commands.ts";

/** Fills the empty account with sample data. */
export const trySample = buttonAction(
  async ({ actor }) => {
    await addSample(actor);
    return { to: "/dashboard" };
  },
  { conflict: "You have begun already. Sample data is for an empty account." },
);

/** Takes the sample data away. */
export const dropSample = buttonAction(async ({ actor }) => {
  await removeSample(actor);
  return { flash: "The sample data is gone.", to: "/dashboard" };
});

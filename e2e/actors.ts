import { type Actor, mintActor } from "../lib/accounts/auth/actor.ts";
import { codeAt } from "../lib/accounts/second-factor/codes.ts";
import { confirmFactor, startFactor } from "../lib/accounts/second-factor/commands.ts";
import { getFactor } from "../lib/accounts/second-factor/queries.ts";
import type { Person } from "./fixtures.ts";

/** The person as the services know them, for what a test sets up without the browser. */
export const actorOf = (person: Person): Actor =>
  mintActor({ id: person.id, is_staff: false, time_zone: "Europe/Berlin" }, "browser", "UTC");

/** Gives the person a second factor, set up a minute ago, so that the code of now is still to be taken. */
export async function withFactor(person: Person) {
  const actor = actorOf(person);
  await startFactor(actor);
  const begun = await getFactor(actor);
  const secret = begun.state === "started" ? begun.secret : "";
  const before = Date.now() - 60_000;
  return { secret, codes: await confirmFactor(actor, codeAt(secret, before), {}, before) };
}

import { type Actor, mintActor } from "../lib/accounts/auth/actor.ts";
import { codeAt } from "../lib/accounts/second-factor/codes.ts";
import { confirmFactor, startFactor } from "../lib/accounts/second-factor/commands.ts";
import { getFactor } from "../lib/accounts/second-factor/queries.ts";
import type { Person } from "./fixtures.ts";

/** The actor for a person, to call queries and commands without the browser. */
export const actorOf = (person: Person): Actor =>
  mintActor({ id: person.id, is_staff: false, time_zone: "Europe/Berlin" }, "browser", "UTC");

/** Sets up a second factor for the person, as of a minute ago, so that the current code is still unused. */
export async function addFactor(person: Person) {
  const actor = actorOf(person);
  await startFactor(actor);
  const factor = await getFactor(actor);
  const secret = factor.state === "started" ? factor.secret : "";
  const setUpAt = Date.now() - 60_000;
  return { secret, codes: await confirmFactor(actor, codeAt(secret, setUpAt), {}, setUpAt) };
}

import { type Actor, mintActor } from "../lib/auth/actor.ts";
import type { Person } from "./fixtures.ts";

/** The person as the services know them, for what a test sets up without the browser. */
export const actorOf = (person: Person): Actor =>
  mintActor({ id: person.id, is_staff: false, time_zone: "Europe/Berlin" }, "browser", "UTC");

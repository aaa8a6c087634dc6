import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema.ts";
import { now } from "../dates.ts";
import { later } from "../later.ts";
import { noteFailure, originOf } from "../security-log.ts";
import { addressOf, count, limits } from "./limits.ts";
import { passwordFits } from "./passwords.ts";

/**
 * The active person with this name and password, else null; notes the sign-in. The request's headers tell whose
 * tries are counted. Throws `TooMany`.
 */
export async function checkCredentials(username: string, password: string, headers: Headers) {
  const name = username.normalize("NFKC");
  await count(limits.sign_in, `${addressOf(headers)} ${name}`);
  const db = getDb();
  const [person] = await db
    .select({ id: user.id, password: user.password, is_active: user.is_active })
    .from(user)
    .where(eq(user.username, name));
  const fits = await passwordFits(person?.password, password);
  // Noted after the answer, whose time would tell else that there is such a person.
  if (person && !fits) later(() => noteFailure(person.id, "sign_in_failed", originOf(headers)));
  if (!person || !fits || !person.is_active) return null;
  await db.update(user).set({ last_login: now() }).where(eq(user.id, person.id));
  return { id: person.id };
}

import { closeDb } from "../../db/client.ts";
import { sealKey, sessionCookie } from "../../lib/accounts/auth/cookie.ts";
import { issuePair } from "../../lib/accounts/auth/refresh.ts";
import { openSession } from "../../lib/accounts/auth/sessions.ts";

/** Headers that a person of the database at `DATABASE_URL` is known by: as a program, and as a browser. */
export async function signedIn(person: number) {
  const { access } = await issuePair(person, {});
  const cookie = `${sessionCookie().name}=${await sealKey(await openSession(person, { user_agent: "bench" }))}`;
  closeDb();
  return { program: { authorization: `Bearer ${access}` }, browser: { cookie } };
}

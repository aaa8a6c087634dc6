import { closeDb } from "../../db/client.ts";
import { issueTokenPair } from "../../lib/accounts/auth/bearer.ts";
import { sealKey, sessionCookie } from "../../lib/accounts/auth/cookie.ts";
import { openSession } from "../../lib/accounts/auth/sessions.ts";

/** Request headers that sign a person of the database at `DATABASE_URL` in: an API token, and a session cookie. */
export async function signIn(person: number) {
  const { access } = await issueTokenPair(person, {});
  const cookie = `${sessionCookie().name}=${await sealKey(await openSession(person, { user_agent: "bench" }))}`;
  closeDb();
  return { api: { authorization: `Bearer ${access}` }, browser: { cookie } };
}

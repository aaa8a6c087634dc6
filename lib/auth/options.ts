import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { derivedKey } from "../env.ts";
import { checkCredentials } from "./credentials.ts";
import { closeSession, openSession } from "./sessions.ts";

const year = 365 * 86_400;

/** next-auth's settings. Its cookie only carries our session's id; the row in the database decides. */
export function authOptions(): AuthOptions {
  return {
    secret: derivedKey("next-auth").toString("base64url"),
    session: { strategy: "jwt", maxAge: year },
    pages: { signIn: "/login" },
    providers: [
      Credentials({
        credentials: { username: {}, password: {} },
        authorize: async (given, request) => {
          const person = await checkCredentials(given?.username ?? "", given?.password ?? "");
          if (!person) return null;
          const agent: unknown = request.headers?.["user-agent"];
          const sid = await openSession(person.id, typeof agent === "string" ? agent : "");
          return { id: sid };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ token }) => ({ sid: String(token.sid ?? ""), expires: "" }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await closeSession(token.sid);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

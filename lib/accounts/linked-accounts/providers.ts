import "server-only";
import type { AuthOptions } from "next-auth";
import Github from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { env } from "../../env.ts";
import type { ProviderId, ProviderOption } from "./values.ts";

/** How long a provider may take for an answer; openid-client alone gives up after 3.5 seconds. */
const timeoutMs = 10_000;

type Provider = AuthOptions["providers"][number];

/** The providers that the environment names, in the order in which they are offered. */
export function configuredProviders(): ProviderOption[] {
  const { OIDC_ISSUER, OIDC_NAME, GITHUB_ID, GOOGLE_ID } = env();
  return [
    ...(OIDC_ISSUER ? [{ id: "oidc" as const, name: OIDC_NAME }] : []),
    ...(GITHUB_ID ? [{ id: "github" as const, name: "GitHub" }] : []),
    ...(GOOGLE_ID ? [{ id: "google" as const, name: "Google" }] : []),
  ];
}

/** The same for next-auth: with PKCE and a state, and where there are ID tokens with a nonce. */
export function nextAuthProviders(): Provider[] {
  return configuredProviders().map(({ id }) => ({
    ...makers[id](),
    httpOptions: { timeout: timeoutMs },
  }));
}

const makers: Record<ProviderId, () => Provider> = { oidc, github, google };

function oidc(): Provider {
  const { OIDC_ISSUER = "", OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  return {
    id: "oidc",
    name: OIDC_NAME,
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    // Many issuers leave the address out of the ID token. The client checks that both are about one person.
    userinfo: {
      request: async ({ client, tokens }) => {
        const said = await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]);
        return { ...said, sub: said.sub };
      },
    },
    // Only with its issuer is a subject one person: another issuer's may be set here one day.
    profile: ({ sub }: { sub: string }) => ({ id: `${OIDC_ISSUER} ${sub}` }),
  };
}

function google(): Provider {
  const { GOOGLE_ID = "", GOOGLE_SECRET = "" } = env();
  const checks: ("pkce" | "state" | "nonce")[] = ["pkce", "state", "nonce"];
  return Google({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET, checks });
}

function github(): Provider {
  const { GITHUB_ID = "", GITHUB_SECRET = "" } = env();
  return {
    ...Github({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET }),
    checks: ["pkce", "state"],
    userinfo: {
      url: "https://api.github.com/user",
      request: async ({ client, tokens }) => {
        const token = tokens.access_token ?? "";
        const profile = await client.userinfo(token);
        return { ...profile, ...(await githubEmail(token)) };
      },
    },
  };
}

const Emails = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

// The address of a GitHub profile is what its person chose to show; only this list says what is verified.
async function githubEmail(token: string) {
  const answer = await fetch("https://api.github.com/user/emails", {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
  });
  return primaryEmail(answer.ok ? await answer.json() : []);
}

/** The primary address in GitHub's list, and whether it is verified. */
export function primaryEmail(list: unknown) {
  const primary = Emails.safeParse(list).data?.find((email) => email.primary);
  return { email: primary?.email ?? "", email_verified: primary?.verified ?? false };
}

import { generateKeyPairSync } from "node:crypto";
import type { Server } from "node:http";
import type { Page } from "@playwright/test";
import Provider from "oidc-provider";

/** Starts an OpenID Connect provider that accepts any name. Addresses that begin with "unproven" are not verified. */
export async function startIssuer(port: number, foothold: string): Promise<Server> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(`http://localhost:${port}`, {
    clients: [
      {
        client_id: process.env.OIDC_CLIENT_ID ?? "",
        client_secret: process.env.OIDC_CLIENT_SECRET,
        redirect_uris: [`${foothold}/api/auth/callback/oidc`],
      },
    ],
    claims: { email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    cookies: { keys: ["a key that only the browser tests use"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: "Noor Haddad",
        preferred_username: sub,
        email: `${sub}@example.org`,
        email_verified: !sub.startsWith("unproven"),
      }),
    }),
  });
  return new Promise((resolve) => {
    const server = provider.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** Signs in on the provider's own page. */
export async function signInAtIssuer(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

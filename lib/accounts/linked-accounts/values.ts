/** The identity providers that the environment configures. */
export const providerIds = ["oidc", "github", "google"] as const;

export type ProviderId = (typeof providerIds)[number];

/** What they are called where the environment does not say. */
export const providerNames: Record<string, string> = {
  oidc: "Single sign-on",
  github: "GitHub",
  google: "Google",
};

/** A provider as a page names it. */
export type ProviderOption = { id: ProviderId; name: string };

/** Why somebody who came from a provider is not let in: what the sign-in page then says. */
export const refusalMessages = {
  failed: "That did not work. Try again, or sign in another way.",
  unproven:
    "Your address is not confirmed there, so it cannot tell who you are. Confirm it there first.",
  known:
    "An account here has your address, but never proved it. Sign in to it another way, and link this one under Settings, Security.",
  closed: "This Foothold doesn’t take sign-ups. To get an account, ask the person who runs it.",
  spent: "Your invitation was used already or has ended. Ask for a new one.",
  late: "That took too long, or had too many wrong codes. Begin anew.",
  taken: "That account is linked to another account here.",
} as const;

export type Refusal = keyof typeof refusalMessages;

/** The words for a refusal that an address names; undefined where it names none. */
export function refusalMessage(asked: unknown): string | undefined {
  return typeof asked === "string" && Object.hasOwn(refusalMessages, asked)
    ? refusalMessages[asked as Refusal]
    : undefined;
}

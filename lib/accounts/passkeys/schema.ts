import { z } from "zod";
import { text, upTo } from "../../fields.ts";
import { passkeyLimits } from "./values.ts";

/** What its person calls a passkey. */
export const passkeyName = z.object({ name: text({ max: passkeyLimits.name }) });

// What an authenticator says has no fixed size; none comes near these.
const short = z.string().min(1).max(2_048);
const long = z.string().max(65_536);
const credential = {
  id: short,
  rawId: short,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).catch({}),
};

/** What the browser made of an authenticator's answer to an enrolment. */
export const enrolmentAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: long,
    attestationObject: long,
    transports: upTo(10, z.array(z.string().max(32)))
      .optional()
      .catch(undefined),
  }),
});

/** What the browser made of an authenticator's answer to a sign-in. */
export const signInAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: long,
    authenticatorData: long,
    signature: long,
    userHandle: short.optional(),
  }),
});

export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;
export type SignInAnswer = z.infer<typeof signInAnswer>;

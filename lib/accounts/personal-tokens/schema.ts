import { z } from "zod";
import { now } from "../../dates.ts";
import { instantInZone, requiredMessage, text, upTo } from "../../fields.ts";
import { tokenLimits, tokenScopes } from "./values.ts";

const scopes = upTo(
  100,
  z
    .array(z.enum(tokenScopes, { error: `Choose among ${tokenScopes.join(", ")}.` }), {
      error: (issue) =>
        issue.input === undefined ? requiredMessage : "Expected a list of scopes.",
    })
    .min(1, "Choose at least one."),
).transform((chosen) => tokenScopes.filter((scope) => chosen.includes(scope)));

/** A new personal token as its person describes it; without an end it stays until it is revoked. */
export const tokenInput = (zone: string) =>
  z.object({
    name: text({ max: tokenLimits.name }),
    scopes,
    expires_at: instantInZone(zone)
      .refine((moment) => moment > now(), "Choose a moment that is still to come.")
      .nullable()
      .optional(),
  });

export type TokenInput = z.infer<ReturnType<typeof tokenInput>>;

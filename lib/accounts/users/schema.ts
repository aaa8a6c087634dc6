import { domainToASCII } from "node:url";
import { z } from "zod";
import { dayValue } from "../../day-value.ts";
import { canonicalTimeZone, env } from "../../env.ts";
import { instantInZone, requiredMessage, text } from "../../fields.ts";
import { isLonger, normalizeUsername } from "../../unicode.ts";
import { isCommonPassword, isMadeOfWords } from "./common-passwords.ts";
import {
  documentedPasswordPattern,
  documentedPasswordRule,
  maxPasswordLength,
  passwordNeeds,
  userLimits,
  usualGreeting,
} from "./values.ts";

// A dot-atom or a quoted string (RFC 5321), a host name of two labels or more, or an address in brackets.
const mailbox =
  /^([\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*|"([\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*")$/;
const host = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,62}[a-z0-9]$/i;

/** Whether the text has the form of an e-mail address. */
export function isEmail(value: string): boolean {
  const at = value.lastIndexOf("@");
  if (at < 1 || value.length > 320) return false;
  const domain = value.slice(at + 1);
  if (!mailbox.test(value.slice(0, at)) || /[\s/?#\\:]/.test(domain)) return false;
  return (
    domain.toLowerCase() === "localhost" || host.test(domain) || host.test(domainToASCII(domain))
  );
}

const wrongEmail = "Enter a valid email address.";
const wrongName =
  "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.";

const usernameFault = (value: string) => (/^[\p{L}\p{N}_.@+-]+$/u.test(value) ? null : wrongName);
const emailFault = (value: string) => (value === "" || isEmail(value) ? null : wrongEmail);

const nfkc = (value: unknown) => (typeof value === "string" ? normalizeUsername(value) : value);

/** What is known of whoever chooses a password. */
export type Known = { username?: string; email?: string; first_name?: string; last_name?: string };

/** What the API has against a password, or null: its documented rule, then what is easily guessed. */
export function documentedPasswordFault(value: string, person: Known = {}): string | null {
  if (!documentedPasswordPattern.test(value)) return documentedPasswordRule;
  if (isGuessable(value, person))
    return "Password must differ from your names, the email address and the name of this site.";
  return isCommonPassword(value) ? "Password must not be one of the most used passwords." : null;
}

const listWords = new Intl.ListFormat("en-GB");

/** What the browser's pages have against a new password, or null. */
export function passwordFault(value: string, person: Known = {}): string | null {
  if (value.length > maxPasswordLength) return "That is too long.";
  const missing = passwordNeeds.filter(({ pattern }) => !pattern.test(value));
  if (missing.length > 0) return `It needs ${listWords.format(missing.map(({ words }) => words))}.`;
  if (value.includes("\0") || !value.isWellFormed())
    return "It has a character that cannot be kept.";
  if (isGuessable(value, person))
    return "It must not be made of your name, your e-mail address or this site’s name.";
  return isCommonPassword(value)
    ? "Many people use that one, so it is easy to guess. Choose another."
    : null;
}

function isGuessable(value: string, { username, email, first_name, last_name }: Known): boolean {
  const site = URL.parse(env().PUBLIC_URL ?? "")?.hostname;
  const known = [username, email, first_name, last_name, "Foothold", site];
  return isMadeOfWords(
    value,
    known.filter((word) => word !== undefined),
  );
}

const orNull = (value: unknown) => (value === "" ? null : value);

const limited = (name: keyof typeof userLimits, blank = true) =>
  text({ max: userLimits[name], blank });

/** An address, or none. */
export const emailOrNone = () =>
  text({ max: userLimits.email, blank: true, typeMessage: wrongEmail, ruleAfter: emailFault });

/** The profile's fields as the API takes them, each of them optional; `zone` reads date-times without an offset. */
export const profileInput = (zone: string) => {
  const day = z.preprocess(orNull, instantInZone(zone).nullable());
  return z.object({
    username: z
      .preprocess(nfkc, text({ max: userLimits.username, ruleBefore: usernameFault }))
      .optional(),
    email: emailOrNone().optional(),
    first_name: limited("first_name").optional(),
    last_name: limited("last_name").optional(),
    bio: text({ blank: true }).optional(),
    user_greeting: limited("user_greeting", false).optional(),
    color_mode: limited("color_mode", false).optional(),
    dashboard_first_date: day.optional(),
    dashboard_second_date: day.optional(),
    password: z
      .string({ error: "Not a valid string." })
      .superRefine(refuse((value) => documentedPasswordFault(value)))
      .optional(),
  });
};

/** A changed profile; the time zone is set in the browser only. */
export type ProfileValues = z.infer<ReturnType<typeof profileInput>> & {
  time_zone?: string | null;
};

const wrongDay = "Enter a whole date, or none.";
const wrongZone = "Choose a time zone from the list.";

/** What the profile's page may change; its two dates are days without a time. */
export const profileForm = () => {
  const day = z
    .preprocess(
      orNull,
      z.iso
        .date({ error: wrongDay })
        .transform((value) => dayValue(value))
        .nullable(),
    )
    .optional();
  return profileInput("UTC")
    .pick({
      username: true,
      email: true,
      first_name: true,
      last_name: true,
      bio: true,
    })
    .extend({
      user_greeting: z
        .preprocess(
          (value) => (typeof value === "string" && value.trim() === "" ? usualGreeting : value),
          limited("user_greeting", false),
        )
        .optional(),
      time_zone: z
        .preprocess(
          orNull,
          z.string().transform(canonicalTimeZone).pipe(z.string(wrongZone)).nullable(),
        )
        .optional(),
      dashboard_first_date: day,
      dashboard_second_date: day,
    });
};

/** Whether the documented sign-up and sign-in take a value for a missing one: empty, null, 0 or false. */
export const isFalsy = (value: unknown) =>
  !value || (typeof value === "object" && Object.keys(value).length === 0);

const given = (max: number, fault?: (value: string) => string | null, missing?: string) =>
  z.preprocess(
    (value) => (isFalsy(value) ? missing : value),
    z
      .string({
        error: (issue) => (issue.input === undefined ? requiredMessage : "Not a valid string."),
      })
      .superRefine(
        refuse((value) => {
          if (value.includes("\0")) return "Null characters are not allowed.";
          if (!value.isWellFormed()) return "Not a valid string.";
          if (isLonger(value, max)) return `Ensure this field has no more than ${max} characters.`;
          return fault?.(value) ?? null;
        }),
      ),
  );

/** A sign-up as the API takes it: all five fields. */
export const registration = z.object({
  username: z.preprocess(nfkc, given(userLimits.username, usernameFault)),
  email: given(userLimits.email, emailFault).transform(lowerDomain),
  first_name: given(userLimits.first_name),
  last_name: given(userLimits.last_name),
  password: given(maxPasswordLength),
});

/** A sign-up in the browser: the names may be left out, and the password is checked with all the rest. */
export const signUpForm = registration.extend({
  first_name: given(userLimits.first_name, undefined, ""),
  last_name: given(userLimits.last_name, undefined, ""),
  password: given(maxPasswordLength, passwordFault),
});

/** The address with its domain in lower case; the name in front of it keeps its case. */
function lowerDomain(email: string): string {
  const at = email.lastIndexOf("@") + 1;
  return email.slice(0, at) + email.slice(at).toLowerCase();
}

function refuse(fault: (value: string) => string | null) {
  return (value: string, ctx: z.RefinementCtx) => {
    const message = fault(value);
    if (message) ctx.addIssue({ code: "custom", message });
  };
}

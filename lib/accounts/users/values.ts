/** Longest text per field, in code points. */
export const userLimits = {
  username: 150,
  email: 254,
  first_name: 150,
  last_name: 150,
  user_greeting: 24,
  color_mode: 24,
} as const;

/** The sentence of the API's documented password rule. */
export const documentedPasswordRule =
  "Password must be at least 12 characters long and include at least one lowercase letter, one uppercase letter, one digit, and one special character.";

/** What that means; a password may have no other special characters. */
export const documentedPasswordPattern =
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!@#$%^&*?])[A-Za-z\d!@#$%^&*?]{12,}$/;

/** What a password needs where it is chosen in the browser: what is no letter and no digit is special. */
export const passwordNeeds: readonly { words: string; pattern: RegExp }[] = [
  { words: "at least 12 characters", pattern: /^.{12}/su },
  { words: "a small letter", pattern: /\p{Ll}/u },
  { words: "a capital letter", pattern: /\p{Lu}/u },
  { words: "a digit", pattern: /\p{Nd}/u },
  { words: "a special character, such as ! or -", pattern: /[^\p{L}\p{M}\p{N}]/u },
];

/** The longest password, in UTF-16 code units. */
export const maxPasswordLength = 4096;

/** The greeting that the API documents as the first one; Today greets by the time of day in its place. */
export const usualGreeting = "Welcome!";

/** The colour modes that the page offers; the API stores any other short text as well. */
export const colorModes = ["light", "dark", "system"] as const;

export type ColorModeName = (typeof colorModes)[number];

/** Longest text per field, in code points. */
export const userLimits = {
  username: 150,
  email: 254,
  first_name: 150,
  last_name: 150,
  user_greeting: 24,
  color_mode: 24,
} as const;

/** The documented sentence of the password rule; `passwordPattern` is what it means. */
export const passwordRule =
  "Password must be at least 12 characters long and include at least one lowercase letter, one uppercase letter, one digit, and one special character.";

/** The same in words, shown where a password is chosen. A password may have no other special characters. */
export const passwordHelp =
  "At least 12 of a–z, A–Z, 0–9 and !@#$%^&*?, with one or more of each kind.";

export const passwordPattern =
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!@#$%^&*?])[A-Za-z\d!@#$%^&*?]{12,}$/;

/** The colour modes that the page offers; the API stores any other short text as well. */
export const colorModes = ["light", "dark", "system"] as const;

export type ColorModeName = (typeof colorModes)[number];

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

/** The special characters that the rule knows; a password may have no others. */
export const passwordSpecials = "!@#$%^&*?";

export const passwordPattern =
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!@#$%^&*?])[A-Za-z\d!@#$%^&*?]{12,}$/;

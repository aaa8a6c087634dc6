/** How many recovery codes a person gets at once. */
export const recoveryCodeCount = 10;

/** The longest text that is read as a code; spaces and hyphens are for the eye. */
export const maxCodeLength = 64;

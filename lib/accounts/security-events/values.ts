/**
 * All that can happen to an account's safety: the word that is kept, and what its owner reads. A sentence
 * goes on with what the event is about, where it has a name ("Made a token: calendar script").
 */
export const securityEventLabels = {
  account_made: "Made this account",
  signed_in: "Signed in",
  sign_in_failed: "Somebody tried to sign in with a wrong password",
  signed_out: "Signed out",
  session_ended: "Signed another device out",
  other_sessions_ended: "Signed out everywhere else",
  password_changed: "Changed the password",
  reset_asked: "Asked for a new password",
  reset_link_made: "An admin made a link to a new password",
  password_reset: "Set a new password by a link",
  email_changed: "Changed the e-mail address",
  email_verified: "Proved the e-mail address",
  token_made: "Made a token",
  token_revoked: "Revoked a token",
  feed_made: "Made a calendar address",
  feed_removed: "Removed a calendar address",
  push_on: "Turned notifications on",
  push_off: "Turned notifications off",
  factor_on: "Turned the second factor on",
  factor_off: "Turned the second factor off",
  code_failed: "Somebody who knew the password entered a wrong code",
  recovery_codes_made: "Made new recovery codes",
  recovery_code_used: "Signed in with a recovery code",
  invitation_made: "Made an invitation",
  invitation_revoked: "Revoked an invitation",
  passkey_added: "Added a passkey",
  passkey_removed: "Removed a passkey",
  account_linked: "Linked an account elsewhere",
  account_unlinked: "Unlinked an account elsewhere",
  admin_made: "Became an admin",
  deletion_refused: "Somebody tried to delete the account with a wrong password",
} as const;

export type SecurityEventKind = keyof typeof securityEventLabels;

/** The kinds that may mean an attack. */
export const alarmingKinds: readonly SecurityEventKind[] = [
  "sign_in_failed",
  "code_failed",
  "deletion_refused",
];

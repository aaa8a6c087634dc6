import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { blank, flag, id, instant, sqlNow } from "./columns.ts";

/** Whose row it is, which goes with its user. */
export const owner = () =>
  integer()
    .notNull()
    .references(() => user.id, { onDelete: "cascade" });

export const user = sqliteTable("user", {
  id: id(),
  username: text().notNull().unique(),
  email: blank(),
  /** the email address in lower case, unique; null without one */
  email_key: text().unique(),
  /** when the user last proved that the address is theirs; null for a new address */
  email_verified_at: instant(),
  password: text().notNull(),
  first_name: blank(),
  last_name: blank(),
  bio: blank(),
  user_greeting: text().notNull().default("Welcome!"),
  color_mode: text().notNull().default("light"),
  dashboard_first_date: text(),
  dashboard_second_date: text(),
  time_zone: text(),
  /** applications per week; null without a goal */
  weekly_goal: integer(),
  /** ISO weekdays (1 is Monday) that do not break a streak, as "6,7" */
  rest_days: text().notNull().default("6,7"),
  /** contacts per week that an employment office requires; null without one */
  required_contacts: integer(),
  is_staff: flag(),
  is_active: integer({ mode: "boolean" }).notNull().default(true),
  date_joined: instant().notNull().default(sqlNow),
  last_login: instant(),
  /** Unix seconds; API tokens issued before are invalid (after a new password or a deactivation) */
  tokens_not_before: integer().notNull().default(0),
  /** the jti of the one older token that stays valid: the one that changed the password */
  kept_token: text(),
});

/** A browser session. Its id is in next-auth's encrypted cookie; without the row the cookie is invalid. */
export const session = sqliteTable(
  "session",
  {
    id: text().primaryKey(),
    user_id: owner(),
    created_at: instant().notNull().default(sqlNow),
    last_seen_at: instant().notNull().default(sqlNow),
    expires_at: instant().notNull(),
    user_agent: blank(),
  },
  (t) => [
    index("session_user").on(t.user_id, t.last_seen_at),
    index("session_expiry").on(t.expires_at),
  ],
);

/** Refresh tokens that were logged out, kept until they expire. */
export const revokedToken = sqliteTable(
  "revoked_token",
  { jti: text().primaryKey(), user_id: owner(), expires_at: instant().notNull() },
  (t) => [index("revoked_token_expiry").on(t.expires_at)],
);

/** An API token that a person made for a program; only its hash is stored. */
export const personalToken = sqliteTable(
  "personal_token",
  {
    id: id(),
    user_id: owner(),
    name: text().notNull(),
    token_hash: text().notNull().unique(),
    scopes: text().notNull(),
    created_at: instant().notNull().default(sqlNow),
    expires_at: instant(),
    last_used_at: instant(),
    revoked_at: instant(),
  },
  (t) => [index("personal_token_user").on(t.user_id, t.id)],
);

/** A user's authenticator app (TOTP); codes are required once `confirmed_at` is set. */
export const secondFactor = sqliteTable("second_factor", {
  user_id: owner().primaryKey(),
  /** encrypted: see lib/secrets.ts */
  secret: text().notNull(),
  created_at: instant().notNull().default(sqlNow),
  confirmed_at: instant(),
  /** the time step of the last accepted code, against replay */
  last_step: integer().notNull().default(0),
});

/** Recovery codes for a lost authenticator; each works once. */
export const recoveryCode = sqliteTable(
  "recovery_code",
  {
    user_id: owner(),
    code_hash: text().notNull(),
    used_at: instant(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.code_hash] })],
);

/** A WebAuthn credential. */
export const passkey = sqliteTable(
  "passkey",
  {
    /** the credential id, base64url */
    id: text().primaryKey(),
    user_id: owner(),
    /** WebAuthn's user handle, the same for all passkeys of a user */
    user_handle: text().notNull(),
    /** COSE, base64url */
    public_key: text().notNull(),
    counter: integer().notNull(),
    /** the browser's values, comma-separated */
    transports: blank(),
    backed_up: flag(),
    name: blank(),
    created_at: instant().notNull().default(sqlNow),
    last_used_at: instant(),
  },
  (t) => [index("passkey_user").on(t.user_id, t.created_at)],
);

/** An unfinished sign-in or enrolment, in the database so that any process can finish it. */
export const pendingSignIn = sqliteTable(
  "pending_sign_in",
  {
    /** the hash of the key in the browser's cookie */
    id: text().primaryKey(),
    /** null until a passkey identifies the user */
    user_id: integer().references(() => user.id, { onDelete: "cascade" }),
    purpose: text({
      enum: ["second_factor", "passkey_sign_in", "passkey_enrolment", "account_link"],
    }).notNull(),
    /** the WebAuthn challenge; else the first factor or the provider */
    challenge: blank(),
    tries: integer().notNull().default(0),
    expires_at: instant().notNull(),
  },
  (t) => [index("pending_sign_in_expiry").on(t.expires_at)],
);

/** A browser that the user signed in with before: its failed attempts are counted separately. */
export const knownDevice = sqliteTable(
  "known_device",
  {
    /** the hash of the key in the browser's cookie */
    id: text().primaryKey(),
    user_id: owner(),
    created_at: instant().notNull().default(sqlNow),
    expires_at: instant().notNull(),
  },
  (t) => [
    index("known_device_user").on(t.user_id, t.created_at),
    index("known_device_expiry").on(t.expires_at),
  ],
);

/** An account at an identity provider that signs the user in here. */
export const linkedAccount = sqliteTable(
  "linked_account",
  {
    provider: text().notNull(),
    /** the provider's permanent id of the user (OIDC's `sub`) */
    subject: text().notNull(),
    user_id: owner(),
    email: blank(),
    created_at: instant().notNull().default(sqlNow),
    last_used_at: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.subject] }),
    index("linked_account_user").on(t.user_id, t.provider),
  ],
);

/** A one-time link: a password reset, an invitation, or the verification of an email address. */
export const oneTimeLink = sqliteTable(
  "one_time_link",
  {
    token_hash: text().primaryKey(),
    purpose: text({ enum: ["reset", "invitation", "address"] }).notNull(),
    /** the recipient; null for an invitation */
    user_id: integer().references(() => user.id, { onDelete: "cascade" }),
    made_by: integer().references(() => user.id, { onDelete: "cascade" }),
    email: blank(),
    created_at: instant().notNull().default(sqlNow),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (t) => [
    index("one_time_link_user").on(t.user_id, t.purpose),
    index("one_time_link_maker").on(t.made_by, t.purpose, t.created_at),
    index("one_time_link_expiry").on(t.expires_at),
  ],
);

/** The account's security log, append-only, shown to its user. */
export const securityEvent = sqliteTable(
  "security_event",
  {
    id: id(),
    user_id: owner(),
    happened_at: instant().notNull().default(sqlNow),
    /** one of lib/accounts/security-events/values.ts */
    kind: text().notNull(),
    /** a name that the user gave, such as a token's; never a secret */
    subject: blank(),
    address: blank(),
    user_agent: blank(),
  },
  (t) => [
    index("security_event_user").on(t.user_id, t.id),
    index("security_event_age").on(t.happened_at),
  ],
);

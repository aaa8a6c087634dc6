import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { blank, flag, instant, sqlNow } from "./columns.ts";

const id = () => integer().primaryKey({ autoIncrement: true });
const owner = () =>
  integer()
    .notNull()
    .references(() => user.id, { onDelete: "cascade" });

export const user = sqliteTable("user", {
  id: id(),
  username: text().notNull().unique(),
  email: blank(),
  /** The address lower-cased, for "registers once"; null where there is none. */
  email_key: text().unique(),
  /** when the address was last proved to be the person's; null for a new address */
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
  /** applications a week that the person means to make; null without a goal */
  weekly_goal: integer(),
  /** ISO weekdays (1 is Monday) that break no streak, as "6,7" */
  rest_days: text().notNull().default("6,7"),
  /** contacts a week that an office asks for; null where none does */
  required_contacts: integer(),
  is_staff: flag(),
  is_active: integer({ mode: "boolean" }).notNull().default(true),
  date_joined: instant().notNull().default(sqlNow),
  last_login: instant(),
  /** Unix seconds; API tokens issued before it are dead (a changed password, a deactivation). */
  tokens_not_before: integer().notNull().default(0),
  /** The jti of the one older token that lives on: the one that changed the password. */
  kept_token: text(),
});

/** A browser sign-in. Its id travels in next-auth's encrypted cookie; without the row the cookie is void. */
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

/** Refresh tokens that were logged out, kept until they would have expired anyway. */
export const revokedToken = sqliteTable(
  "revoked_token",
  { jti: text().primaryKey(), user_id: owner(), expires_at: instant().notNull() },
  (t) => [index("revoked_token_expiry").on(t.expires_at)],
);

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

/** A person's one authenticator app; it asks for codes once `confirmed_at` is set. */
export const secondFactor = sqliteTable("second_factor", {
  user_id: owner().primaryKey(),
  /** sealed: see lib/secrets.ts */
  secret: text().notNull(),
  created_at: instant().notNull().default(sqlNow),
  confirmed_at: instant(),
  /** the time step of the last code that was taken; neither it nor an older one is taken again */
  last_step: integer().notNull().default(0),
});

/** Codes for the day the authenticator is lost; each works once. */
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
    /** the credential's id, base64url */
    id: text().primaryKey(),
    user_id: owner(),
    /** what the authenticator knows the person by, the same in all of one's passkeys */
    user_handle: text().notNull(),
    /** COSE, base64url */
    public_key: text().notNull(),
    counter: integer().notNull(),
    /** the browser's words, with commas between */
    transports: blank(),
    backed_up: flag(),
    name: blank(),
    created_at: instant().notNull().default(sqlNow),
    last_used_at: instant(),
  },
  (t) => [index("passkey_user").on(t.user_id, t.created_at)],
);

/** A sign-in or an enrolment that is half done, in the database so that any process can end it. */
export const pendingSignIn = sqliteTable(
  "pending_sign_in",
  {
    /** the hash of the key that the browser holds */
    id: text().primaryKey(),
    /** null where a passkey will tell */
    user_id: integer().references(() => user.id, { onDelete: "cascade" }),
    purpose: text({
      enum: ["second_factor", "passkey_sign_in", "passkey_enrolment", "account_link"],
    }).notNull(),
    /** what an authenticator has to sign; else by what the person came, or to whom they went */
    challenge: blank(),
    tries: integer().notNull().default(0),
    expires_at: instant().notNull(),
  },
  (t) => [index("pending_sign_in_expiry").on(t.expires_at)],
);

/** A browser that a person signed in with before: its tries are counted apart from strangers'. */
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

/** An account elsewhere that signs a person in here. */
export const linkedAccount = sqliteTable(
  "linked_account",
  {
    provider: text().notNull(),
    /** the provider's own id of the person, which never changes */
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

/** A link that works once: to a new password, to an account, or to prove an address. */
export const oneTimeLink = sqliteTable(
  "one_time_link",
  {
    token_hash: text().primaryKey(),
    purpose: text({ enum: ["reset", "invitation", "address"] }).notNull(),
    /** whose it is; null for an invitation */
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

/** What happened to an account's safety, append-only; its owner can read it. */
export const securityEvent = sqliteTable(
  "security_event",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    user_id: owner(),
    happened_at: instant().notNull().default(sqlNow),
    /** a word of lib/accounts/security-events/values.ts */
    kind: text().notNull(),
    /** a name the person gave (a token's, say); never a secret */
    subject: blank(),
    address: blank(),
    user_agent: blank(),
  },
  (t) => [
    index("security_event_user").on(t.user_id, t.id),
    index("security_event_age").on(t.happened_at),
  ],
);

import { hkdfSync, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { databaseLocation, dataFolder } from "../db/location.ts";
import { basePath, basePathFault } from "./base-path.ts";

/** The length of a secret, in characters. */
const minSecret = 16;

const flag = z.enum(["on", "off"]);

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

const settingGroups = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
] as const;

const Settings = z.object({
  AUTH_SECRET: z.string().min(minSecret, "AUTH_SECRET must have 16 characters or more.").optional(),
  JWT_SECRET: z.string().optional(),
  SESSION_COOKIE: z
    .string()
    .regex(/^[\w.-]{1,64}$/, "SESSION_COOKIE may have letters, digits, dots and dashes.")
    .default("next-auth.session-token"),
  PUBLIC_URL: z
    .url("PUBLIC_URL must be a whole address, like https://jobs.example.org.")
    .optional(),
  /** where the source of this very build is, as the AGPL asks to tell */
  SOURCE_URL: z
    .url({
      protocol: /^https?$/,
      error: "SOURCE_URL must be a whole address, like https://git.example.org/foothold.",
    })
    .optional(),
  TIME_ZONE: z
    .string()
    .transform(canonicalTimeZone)
    .pipe(z.string("TIME_ZONE must be an IANA name, like Europe/Berlin."))
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"),
  SIGN_UP: z.enum(["open", "first", "closed"]).default("open"),
  CORS_ORIGINS: list,
  /** push services that may be in a private network, or without TLS */
  PUSH_ORIGINS: list.pipe(
    z.array(
      z
        .url("PUSH_ORIGINS must be whole addresses, like https://push.home.arpa.")
        .transform((address) => new URL(address).origin),
    ),
  ),
  PASSWORD_SIGN_IN: flag.default("on").transform((value) => value === "on"),
  REQUIRE_SECOND_FACTOR: z.enum(["off", "admins", "all"]).default("off"),
  TRUST_PROXY: flag.default("off").transform((value) => value === "on"),
  RATE_LIMITS: flag.default("on").transform((value) => value === "on"),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "SMTP_URL must be like smtps://name:password@mail.example.org.",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\r\n@]+$/, "MAIL_FROM must be like Foothold <jobs@example.org>.")
    .optional(),
  /** whether pages of postings are fetched */
  FETCH: flag.default("on").transform((value) => value === "on"),
  CRON_SECRET: z.string().min(16, "CRON_SECRET must have 16 characters or more.").optional(),
  OIDC_ISSUER: z
    .url("OIDC_ISSUER must be a whole address, like https://sso.example.org.")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("single sign-on"),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  SLOW_QUERY_MS: z.coerce.number("SLOW_QUERY_MS must be a number of milliseconds.").default(200),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

const CheckedSettings = Settings.superRefine((given, ctx) => {
  const addIssue = (message: string, name: string) =>
    ctx.addIssue({ code: "custom", message, path: [name] });
  // Mails carry links: their address must not be what some request says of itself.
  for (const name of ["MAIL_FROM", "PUBLIC_URL"] as const) {
    if (given.SMTP_URL && !given[name]) addIssue(`SMTP_URL needs ${name} beside it.`, name);
  }
  if (!given.PASSWORD_SIGN_IN && !given.OIDC_ISSUER) {
    addIssue("off needs OIDC_ISSUER: nobody could sign in otherwise.", "PASSWORD_SIGN_IN");
  }
  const fault = basePathFault(basePath, given.PUBLIC_URL);
  if (fault) addIssue(fault, "BASE_PATH");
  // next-auth takes a host from a request, but no path.
  const provider = settingGroups.map(([name]) => name).find((name) => given[name]);
  if (basePath && provider && !given.PUBLIC_URL) {
    addIssue(`BASE_PATH and ${provider} need PUBLIC_URL beside them.`, "PUBLIC_URL");
  }
  for (const names of settingGroups) {
    const [first, ...rest] = names.filter((name) => given[name] === undefined);
    if (first === undefined || rest.length === names.length - 1) continue;
    addIssue(`must be set too, since ${names.join(", ")} go together.`, first);
  }
});

export type Settings = z.infer<typeof Settings>;

/** The IANA zone as this machine spells it (each spelling would fill caches of its own), or null for no zone. */
export function canonicalTimeZone(name: string): string | null {
  if (!/^[A-Za-z][\w/+-]{0,63}$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

let settings: Settings | undefined;

/** The settings from the environment, read once. Throws one line that names the wrong variable. */
export function env(): Settings {
  if (settings) return settings;
  const { AUTH_SECRET, NEXTAUTH_SECRET, PUBLIC_URL, NEXTAUTH_URL, ...rest } = process.env;
  const given = {
    ...rest,
    AUTH_SECRET: AUTH_SECRET ?? NEXTAUTH_SECRET,
    PUBLIC_URL: PUBLIC_URL ?? NEXTAUTH_URL,
  };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  const parsed = CheckedSettings.safeParse(filled);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(sentenceOf).join(" "));
  }
  settings = parsed.data;
  return settings;
}

function sentenceOf({ path, message }: { path: PropertyKey[]; message: string }): string {
  const name = path.join(".");
  return message.startsWith(name) ? message : `${name}: ${message}`;
}

let secret: string | undefined;

/** The root secret: `AUTH_SECRET`, else the one kept beside the database (made on first start, mode 0600). */
function authSecret(): string {
  secret ??= env().AUTH_SECRET ?? storedSecret();
  return secret;
}

/** Throws where no secret is given and none can be kept, for the start to say so. */
export function requireSecret(): void {
  authSecret();
}

function storedSecret(): string {
  if ("server" in databaseLocation()) {
    throw new Error(
      "AUTH_SECRET must be set where DATABASE_URL names a server, the same for all that use it. Make one: openssl rand -base64 48",
    );
  }
  const path = join(dataFolder(), "secret");
  if (!existsSync(path)) makeSecret(path);
  const stored = readFileSync(path, "utf8").trim();
  if (stored.length >= minSecret) return stored;
  throw new Error(
    `${path} holds no secret. Put it back from a backup; or remove it, which signs everybody out and leaves passwords of sites and postings unreadable.`,
  );
}

// It appears with all that is in it: a full disk leaves none that is empty, which anybody could guess.
function makeSecret(path: string): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, randomBytes(48).toString("base64url"), { mode: 0o600, flush: true });
    placeOnce(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function placeOnce(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Another process was quicker: then its secret is read.
    if (code === "EEXIST") return;
    // A file system without hard links.
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(code)) throw error;
    renameSync(from, to);
  }
}

/** A key for one purpose, derived from the root secret (HKDF, RFC 5869). */
export function derivedKey(purpose: string, length = 32): Buffer {
  return Buffer.from(hkdfSync("sha256", authSecret(), "foothold", purpose, length));
}

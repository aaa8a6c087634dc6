import { randomBytes } from "node:crypto";
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { getDb } from "../db/client.ts";
import { session, user } from "../db/schema/accounts.ts";
import { type Actor, mintActor } from "../lib/accounts/auth/actor.ts";
import { sealKey, sessionCookie, sessionIdOf } from "../lib/accounts/auth/cookie.ts";
import { hashPassword } from "../lib/accounts/auth/passwords.ts";
import { codeAt } from "../lib/accounts/second-factor/codes.ts";
import { confirmFactor, startFactor } from "../lib/accounts/second-factor/commands.ts";
import { getFactor } from "../lib/accounts/second-factor/queries.ts";
import { dayMs, toStored } from "../lib/dates.ts";
import { expect, goBelowBase } from "./below-base.ts";

export const password = "Quiet#Harbour42!";

export type Person = { id: number; username: string; email: string };
type PersonValues = Partial<typeof user.$inferInsert>;
export type Visitor = { person: Person; context: BrowserContext; page: Page };

type Fixtures = {
  /** whether `page` is signed in as `person`; `test.use({ signedIn: false })` turns it off */
  signedIn: boolean;
  /** a new person with `password`, for each test */
  person: Person;
  /** adds another person, signed in with their own browser context */
  visitor: (values?: PersonValues) => Promise<Visitor>;
};

let hash: Promise<string> | undefined;

/** Adds a person without any rows. */
export async function addPerson(values: PersonValues = {}): Promise<Person> {
  hash ??= hashPassword(password);
  const username = `p${randomBytes(6).toString("hex")}`;
  const email = `${username}@example.org`;
  const [row] = await getDb()
    .insert(user)
    .values({
      username,
      email,
      email_key: email,
      password: await hash,
      first_name: "Robin",
      last_name: "Lindqvist",
      time_zone: "Europe/Berlin",
      color_mode: "system",
      ...values,
    })
    .returning({ id: user.id, username: user.username, email: user.email });
  if (!row) throw new Error("no person was added");
  return row;
}

/** Adds a session for the person to the database, and returns its cookie. */
export async function openSession(person: Person) {
  const key = randomBytes(32).toString("base64url");
  const expires_at = toStored(Date.now() + dayMs);
  const user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
  await getDb()
    .insert(session)
    .values({ id: sessionIdOf(key), user_id: person.id, user_agent, expires_at });
  return { name: sessionCookie().name, value: await sealKey(key) };
}

/** Signs in without the form: adds a session and sets its cookie in the browser context. */
export async function signIn(context: BrowserContext, person: Person, url: string | undefined) {
  const { httpOnly, secure, path } = sessionCookie().options;
  const cookie = await openSession(person);
  const place = { domain: new URL(url ?? "").hostname, path };
  await context.addCookies([{ ...cookie, ...place, httpOnly, secure, sameSite: "Lax" }]);
}

/** The actor for a person, to call queries and commands without the browser. */
export const actorOf = (person: Person): Actor =>
  mintActor({ id: person.id, is_staff: false, time_zone: "Europe/Berlin" }, "browser", "UTC");

/** Sets up a second factor for the person, as of a minute ago, so that the current code is still unused. */
export async function addFactor(person: Person) {
  const actor = actorOf(person);
  await startFactor(actor);
  const factor = await getFactor(actor);
  const secret = factor.state === "started" ? factor.secret : "";
  const setUpAt = Date.now() - 60_000;
  return { secret, codes: await confirmFactor(actor, codeAt(secret, setUpAt), {}, setUpAt) };
}

export const test = base.extend<Fixtures>({
  signedIn: [true, { option: true }],
  person: [
    async ({ context, page, baseURL, signedIn }, use) => {
      goBelowBase(context, page);
      const person = await addPerson();
      if (signedIn) await signIn(context, person, baseURL);
      await use(person);
    },
    { auto: true },
  ],
  visitor: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (values) => {
      const context = await browser.newContext({ baseURL });
      opened.push(context);
      const person = await addPerson(values);
      await signIn(context, person, baseURL);
      return { person, context, page: await context.newPage() };
    });
    for (const context of opened) await context.close();
  },
});

/** Waits until the page was idle and has the code that it fetches ahead: no further script for a second. */
export async function fetchedAhead(page: Page): Promise<void> {
  const scripts = () =>
    page.evaluate(() => {
      const entries = performance.getEntriesByType("resource");
      return entries.filter(({ name }) => name.includes(".js")).length;
    });
  // As long as the page waits for it (components/shell/idle.ts).
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
  await expect(async () => {
    const before = await scripts();
    await page.waitForTimeout(1_000);
    expect(await scripts()).toBe(before);
  }).toPass();
}

export { expect };

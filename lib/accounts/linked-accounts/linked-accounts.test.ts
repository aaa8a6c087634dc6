import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { linkedAccount, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { mintActor } from "../auth/actor.ts";
import { isUsablePassword } from "../auth/passwords.ts";
import { listLinked } from "../auth/sign-in-methods.ts";
import { activityPage } from "../security-events/queries.ts";
import { parseProviderProfile } from "./schema.ts";

freshDatabase();
afterEach(() => vi.unstubAllEnvs());

// The environment is read once per module, so each setting gets modules of its own.
async function importModules(signUp = "open") {
  vi.resetModules();
  vi.stubEnv("SIGN_UP", signUp);
  return import("./commands.ts");
}

let subjects = 0;
const somebody = (values: object = {}) => {
  subjects += 1;
  const email = `s${subjects}@example.org`;
  const said = { email, email_verified: true, name: "Mira Vale", preferred_username: "mira" };
  return parseProviderProfile("oidc", `subject ${subjects}`, { ...said, ...values });
};
const rowOf = async (id: number) =>
  (await getDb().select().from(user).where(eq(user.id, id))).at(0);
const actorOf = (id: number) =>
  mintActor({ id, is_staff: false, time_zone: null }, "browser", "UTC");

async function personAt(email: string, values: Partial<typeof user.$inferInsert> = {}) {
  const actor = await newActor();
  const mine = eq(user.id, actor.user_id);
  await getDb()
    .update(user)
    .set({ email, email_key: email.toLowerCase(), ...values })
    .where(mine);
  return actor;
}

describe("a person from a provider", () => {
  test("gets an account without a password at first, and returns to it", async () => {
    const { findOrRegister } = await importModules();
    const who = somebody();
    const made = await findOrRegister(who, {});
    const id = "id" in made ? made.id : 0;
    const row = await rowOf(id);
    expect(row).toMatchObject({ email: who.email, first_name: "Mira", last_name: "Vale" });
    expect(row?.email_verified_at).not.toBeNull();
    expect(isUsablePassword(row?.password)).toBe(false);
    expect(await findOrRegister({ ...who, email: "" }, {})).toEqual(made);
    const { rows } = await activityPage(actorOf(id), {});
    expect(rows.map(({ kind }) => kind)).toEqual(["account_linked", "account_made"]);
  });

  test("gets a unique name, also of two at the same moment", async () => {
    const { findOrRegister } = await importModules();
    const both = await Promise.all([
      findOrRegister(somebody(), {}),
      findOrRegister(somebody(), {}),
    ]);
    const names = await Promise.all(
      both.map(async (a) => ("id" in a ? (await rowOf(a.id))?.username : "")),
    );
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^mira\d+$/);
    const who = somebody();
    const [one, two] = await Promise.all([findOrRegister(who, {}), findOrRegister(who, {})]);
    expect(one).toEqual(two);
  });

  test("is linked to the account with the same address only where both are verified", async () => {
    const { findOrRegister } = await importModules();
    const unproved = somebody();
    await personAt(unproved.email.toUpperCase());
    expect(await findOrRegister(unproved, {})).toEqual({ refusal: "known" });

    const proved = somebody();
    const { user_id } = await personAt(proved.email, { email_verified_at: now() });
    const loose = { email: proved.email, email_verified: false };
    expect(await findOrRegister(somebody(loose), {})).toEqual({ refusal: "unproven" });
    expect(await findOrRegister(somebody({ ...loose, email_verified: "yes" }), {})).toEqual({
      refusal: "unproven",
    });
    expect(await findOrRegister(proved, {})).toEqual({ id: user_id });
    expect(await listLinked(actorOf(user_id))).toHaveLength(1);
  });

  test("gets the same answer for an unverified address whether or not it is taken", async () => {
    const { findOrRegister } = await importModules();
    await personAt("taken@example.org", { email_verified_at: now() });
    for (const email of ["taken@example.org", "free@example.org", "", "no address"]) {
      const who = somebody({ email, email_verified: false });
      expect(await findOrRegister(who, {})).toEqual({ refusal: "unproven" });
    }
  });

  test("is admitted by SIGN_UP alone, unless they have an account", async () => {
    const { findOrRegister } = await importModules();
    const known = somebody();
    const before = await findOrRegister(known, {});
    for (const closed of ["closed", "first"]) {
      const { findOrRegister: whileClosed } = await importModules(closed);
      expect(await whileClosed(somebody(), {})).toEqual({ refusal: "closed" });
      expect(await whileClosed(known, {})).toEqual(before);
    }
  });

  test("is admitted by an invitation where sign-up is closed, once", async () => {
    const { findOrRegister } = await importModules("closed");
    const { invite, revokeInvitation } = await import("../invitations/commands.ts");
    const { hashLink } = await import("../one-time-links.ts");
    const { user_id: id } = await newActor();
    const admin = mintActor({ id, is_staff: true, time_zone: null }, "browser", "UTC");
    const key = await invite(admin, "", {});
    const unproved = somebody({ email_verified: false });
    expect(await findOrRegister(unproved, {}, key)).toEqual({ refusal: "unproven" });
    const both = await Promise.all(
      [somebody(), somebody()].map((who) => findOrRegister(who, {}, key)),
    );
    const made = both.flatMap((found) => ("id" in found ? [found.id] : []));
    expect(made).toHaveLength(1);
    expect(both).toContainEqual({ refusal: "spent" });
    expect(await rowOf(made[0] ?? 0)).toMatchObject({ is_staff: false });
    const gone = await invite(admin, "", {});
    await revokeInvitation(admin, hashLink(gone), {});
    for (const invitation of [key, gone, "nonsense"])
      expect(await findOrRegister(somebody(), {}, invitation)).toEqual({ refusal: "spent" });
  });

  test("is refused when deactivated", async () => {
    const { findOrRegister } = await importModules();
    const who = somebody();
    const made = await findOrRegister(who, {});
    const mine = eq(user.id, "id" in made ? made.id : 0);
    await getDb().update(user).set({ is_active: false }).where(mine);
    expect(await findOrRegister(who, {})).toEqual({ refusal: "failed" });
    expect(await findOrRegister({ ...who, subject: "another" }, {})).toEqual({ refusal: "failed" });
  });
});

describe("a linked account", () => {
  test("belongs to one person, who alone can remove it", async () => {
    const { findOrRegister, linkTo, unlink } = await importModules();
    const [mine, other] = [await newActor(), await newActor()];
    const who = somebody({ email_verified: false });
    expect(await linkTo(mine, who, {})).toBe(true);
    expect(await linkTo(mine, who, {})).toBe(true);
    expect(await linkTo(other, who, {})).toBe(false);
    expect(await findOrRegister(who, {})).toEqual({ id: mine.user_id });
    await unlink(other, "oidc", {});
    expect(await listLinked(mine)).toHaveLength(1);
    await unlink(mine, "oidc", {});
    expect(await listLinked(mine)).toEqual([]);
    expect(await findOrRegister(who, {})).toEqual({ refusal: "unproven" });
  });

  test("cannot be removed as the only way to sign in", async () => {
    const { findOrRegister, linkTo, unlink } = await importModules();
    const made = await findOrRegister(somebody(), {});
    const actor = actorOf("id" in made ? made.id : 0);
    await expect(unlink(actor, "oidc", {})).rejects.toThrow("only way in");
    await linkTo(actor, { ...somebody(), provider: "github" }, {});
    await unlink(actor, "oidc", {});
    await expect(unlink(actor, "github", {})).rejects.toThrow("only way in");
    expect(await getDb().select().from(linkedAccount)).toContainEqual(
      expect.objectContaining({ provider: "github", user_id: actor.user_id }),
    );
  });
});

test("only valid claims of a provider are used", async () => {
  const { primaryEmail } = await import("./providers.ts");
  expect(parseProviderProfile("github", "7", { login: "<mira vale>", name: null })).toMatchObject({
    username: "miravale",
    email: "",
    first_name: "",
  });
  expect(parseProviderProfile("oidc", "7", null)).toMatchObject({ username: "person", email: "" });
  const list = [
    { email: "shown@example.org", primary: false, verified: true },
    { email: "main@example.org", primary: true, verified: false },
  ];
  expect(primaryEmail(list)).toEqual({ email: "main@example.org", email_verified: false });
  expect(primaryEmail({ message: "Bad credentials" })).toEqual({
    email: "",
    email_verified: false,
  });
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { Forbidden, Invalid } from "../../errors.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { sessionIdOf } from "../auth/cookie.ts";
import { checkCredentials } from "../auth/credentials.ts";
import { hashPassword } from "../auth/passwords.ts";
import { actorOfSession, openSession } from "../auth/sessions.ts";
import { changePassword, requireDocumentedPassword } from "./commands.ts";
import { getProfileForm, isEmailTaken, listPeople } from "./queries.ts";
import { profileForm } from "./schema.ts";

freshDatabase();

const current_password = "Steady!Ground7";
const password = "Other#Ground88";

async function newPerson() {
  const actor = await newActor();
  const values = { password: await hashPassword(current_password) };
  const [row] = await getDb()
    .update(user)
    .set(values)
    .where(eq(user.id, actor.user_id))
    .returning();
  return { actor, username: row?.username ?? "" };
}

test("a changed password ends the other sessions and older tokens", async () => {
  const { actor, username } = await newPerson();
  const here = sessionIdOf(await openSession(actor.user_id, {}));
  const there = sessionIdOf(await openSession(actor.user_id, {}));
  const before = Math.floor(Date.now() / 1000);
  await changePassword(actor, { current_password, password }, {}, { session_id: here });

  expect(await actorOfSession(here)).not.toBeNull();
  expect(await actorOfSession(there)).toBeNull();
  expect(await checkCredentials(username, current_password, new Headers())).toBeNull();
  expect(await checkCredentials(username, password, new Headers())).not.toBeNull();
  const [row] = await getDb().select().from(user).where(eq(user.id, actor.user_id));
  expect(row?.tokens_not_before).toBeGreaterThan(before);
});

test("a wrong password changes nothing, and both errors are reported", async () => {
  const { actor, username } = await newPerson();
  const there = sessionIdOf(await openSession(actor.user_id, {}));
  const refused = changePassword(actor, { current_password: "x", password: "short" }, {}, {});
  await expect(refused).rejects.toThrow(Invalid);
  await expect(refused).rejects.toMatchObject({
    fields: { current_password: [expect.any(String)], password: [expect.any(String)] },
  });
  expect(await actorOfSession(there)).not.toBeNull();
  expect(await checkCredentials(username, current_password, new Headers())).not.toBeNull();
});

test("a new password is neither common nor made of its person's names", async () => {
  const { actor } = await newPerson();
  const names = { username: "tove", first_name: "Tove", last_name: "Lindqvist" };
  await getDb().update(user).set(names).where(eq(user.id, actor.user_id));
  for (const easy of ["Password-2026", "Lindqvist-2026"]) {
    const refused = changePassword(actor, { current_password, password: easy }, {}, {});
    await expect(refused).rejects.toMatchObject({ fields: { password: [expect.any(String)] } });
  }
  for (const easy of ["Password!2026", "Lindqvist!2026"])
    await expect(requireDocumentedPassword(actor, easy)).rejects.toThrow(Invalid);
  await requireDocumentedPassword(actor, password);
});

test("the profile's dates are the same days in every zone", async () => {
  const dates = profileForm().parse({ dashboard_first_date: "2026-03-01" });
  expect(profileForm().parse({ dashboard_first_date: "" }).dashboard_first_date).toBeNull();

  const { actor } = await newPerson();
  await getDb().update(user).set(dates).where(eq(user.id, actor.user_id));
  for (const time_zone of ["America/Los_Angeles", "Pacific/Kiritimati"]) {
    const form = await getProfileForm({ ...actor, time_zone });
    expect(form.dashboard_first_date).toBe("2026-03-01");
  }
});

test.each([
  [{ time_zone: "Mars/Olympus" }, "time_zone"],
  [{ dashboard_first_date: "2026-02-30" }, "dashboard_first_date"],
  [{ dashboard_second_date: "soon" }, "dashboard_second_date"],
  [{ user_greeting: "x".repeat(25) }, "user_greeting"],
  [{ username: "two words" }, "username"],
])("the profile's page refuses %o", (input, field) => {
  const read = profileForm().safeParse(input);
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("the profile form can change only its own fields", () => {
  const input = { is_staff: true, password, color_mode: "dark", id: 1 };
  expect(profileForm().parse(input)).toEqual({});
});

test("an address is taken whatever its case, except by oneself", async () => {
  const { actor } = await newPerson();
  const other = await newActor();
  const values = { email: "Ida@example.org", email_key: "ida@example.org" };
  await getDb().update(user).set(values).where(eq(user.id, other.user_id));
  expect(await isEmailTaken(actor, "IDA@example.org")).toBe(true);
  expect(await isEmailTaken(other, "IDA@example.org")).toBe(false);
  expect(await isEmailTaken(actor, "")).toBe(false);
});

test("people are listed in pages, for admins alone", async () => {
  const { actor } = await newPerson();
  await expect(listPeople(actor, 1)).rejects.toThrow(Forbidden);
  const rows = Array.from({ length: 51 }, (_, i) => ({ username: `many${i}`, password: "-" }));
  await getDb().insert(user).values(rows);
  const admin = { ...actor, is_staff: true };
  const first = await listPeople(admin, 1);
  expect(first.people).toHaveLength(50);
  expect(first.total).toBeGreaterThan(51);
  const second = await listPeople(admin, 2);
  expect(second.people).toHaveLength(first.total - 50);
  expect(Object.keys(second.people[0] ?? {})).not.toContain("password");
});

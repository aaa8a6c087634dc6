import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { Forbidden, Invalid } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { freshDatabase } from "../../testing.ts";
import { mintActor } from "../auth/actor.ts";
import { checkCredentials } from "../auth/credentials.ts";
import { promote, updateProfile } from "./commands.ts";
import { getProfile, listPeople } from "./queries.ts";
import { registerPerson } from "./registration.ts";
import { isEmail, profileInput } from "./schema.ts";

freshDatabase();

const ada = {
  username: "ada",
  email: "Ada@Example.org",
  first_name: "Ada",
  last_name: "L",
  password: "Analyt1cal!Engine",
};

async function actorByUsername(username: string) {
  const [row] = await getDb().select().from(user).where(eq(user.username, username));
  if (!row) throw new Error(`there is no ${username}`);
  return mintActor(row, "browser", "America/Los_Angeles");
}

describe("a sign-up", () => {
  test("makes the first person an admin, and nobody else", async () => {
    await registerPerson(ada);
    await registerPerson({ ...ada, username: "bo", email: "bo@example.org", is_staff: true });
    expect((await actorByUsername("ada")).is_staff).toBe(true);
    expect((await actorByUsername("bo")).is_staff).toBe(false);
    await expect(listPeople(await actorByUsername("bo"), 1)).rejects.toThrow(Forbidden);
    expect(await promote("bo")).toBe(true);
    expect((await listPeople(await actorByUsername("bo"), 1)).total).toBe(2);
  });

  test.each([
    [{ username: "" }, "This field is required."],
    [{ username: "ada" }, "Username already exists."],
    [{ username: "cy", email: "ADA@example.ORG" }, "Email address is already registered."],
    [{ username: "cy", email: "cy@nowhere" }, "Enter a valid email address."],
    [{ username: "c y", email: "cy@example.org" }, "Enter a valid username."],
    [
      { username: "cy", email: "cy@example.org", password: "short" },
      "Password must be at least 12",
    ],
    [{ username: "cy", email: "cy@example.org", password: `${ada.password}\n` }, "Password must"],
  ])("refuses %o", async (change, sentence) => {
    await expect(registerPerson({ ...ada, ...change })).rejects.toThrow(sentence);
  });
});

describe("a profile", () => {
  test("changes the given fields and keeps the rest", async () => {
    const actor = await actorByUsername("ada");
    const read = (input: unknown) => parseInput(profileInput(actor.time_zone), input);
    await updateProfile(
      actor,
      read({ bio: " hello ", dashboard_first_date: "2024-03-01T00:00" }),
      {},
    );
    await updateProfile(actor, read({ email: "", password: "An0ther!Passw0rd" }), {});
    expect(await getProfile(actor)).toMatchObject({
      bio: "hello",
      email: "",
      first_name: "Ada",
      dashboard_first_date: "2024-03-01T08:00:00.000000Z",
    });
    expect(await checkCredentials("ada", ada.password, new Headers())).toBeNull();
    expect(await checkCredentials("ada", "An0ther!Passw0rd", new Headers())).toMatchObject({
      id: actor.user_id,
    });
    await expect(updateProfile(actor, { username: "bo" }, {})).rejects.toThrow(Invalid);
  });
});

test("validates the form of an e-mail address", () => {
  const good = [
    "a@b.co",
    "x.y+z@sub.example.org",
    "ü@example.org",
    '"a b"@example.org',
    "a@bücher.example",
  ];
  const bad = ["a", "a@b", "@b.co", "a b@c.de", "a@b..co", "a@-b.co", "a@b.co\n"];
  expect(good.filter((address) => !isEmail(address))).toEqual(["ü@example.org"]);
  expect(bad.filter(isEmail)).toEqual([]);
});

import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { freshDatabase } from "../../testing.ts";
import { checkCredentials, recordLastLogin } from "./credentials.ts";
import { deviceCookie, rememberDevice } from "./known-devices.ts";
import { hashPassword, unusablePassword } from "./passwords.ts";

freshDatabase();
process.env.RATE_LIMITS = "on";
const password = "Quiet-River 42!";

beforeAll(async () => {
  const hash = await hashPassword(password);
  await getDb()
    .insert(user)
    .values([
      { username: "mira", password: hash },
      { username: "gone", password: hash, is_active: false },
      { username: "\u00c5sa", password: hash },
      { username: "tess", password: hash },
      { username: "linked", password: unusablePassword() },
    ]);
});

test("the right name and password sign in", async () => {
  expect(await checkCredentials("mira", password, new Headers())).toEqual({
    id: expect.any(Number),
    second_factor: false,
  });
});

test("the time of a sign-in is recorded", async () => {
  const found = await checkCredentials("mira", password, new Headers());
  await recordLastLogin(found?.id ?? 0);
  const [row] = await getDb().select().from(user).where(eq(user.username, "mira"));
  expect(row?.last_login).toMatch(/^\d{4}-/);
});

test("a name in another Unicode form is the same name", async () => {
  expect(await checkCredentials("A\u030asa", password, new Headers())).not.toBeNull();
});

test.each([
  ["mira", "quiet-river 42!"],
  ["mira", ""],
  ["Mira", password],
  ["nobody", password],
  ["", ""],
  ["gone", password],
  ["linked", "!"],
])("%j with %j is refused", async (name, given) => {
  expect(await checkCredentials(name, given, new Headers())).toBeNull();
});

test.each(["nobody", "linked"])("the name %j takes as long as a wrong password", async (name) => {
  const time = async (given: string) => {
    const headers = new Headers({ "x-forwarded-for": "192.0.2.44" });
    const start = performance.now();
    await checkCredentials(given, "wrong", headers);
    return performance.now() - start;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let i = 0; i < 4; i++) {
    known.push(await time("mira"));
    unknown.push(await time(name));
  }
  // The minimum of each: other load on the machine makes some runs slower.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
});

test("guessing a name neither locks out its person's browser nor reveals it", async () => {
  const found = await checkCredentials("tess", password, new Headers());
  const key = await rememberDevice(undefined, found?.id ?? 0);
  const from = { "x-forwarded-for": "192.0.2.9" };
  const tries = () => checkCredentials("tess", "wrong", new Headers(from));
  for (let i = 0; i < 10; i++) expect(await tries()).toBeNull();
  await expect(tries()).rejects.toThrow("Too many tries");
  const known = new Headers({ ...from, cookie: `${deviceCookie()}=${key}` });
  expect(await checkCredentials("tess", password, known)).toMatchObject({ id: found?.id });
  const forged = new Headers({ ...from, cookie: `${deviceCookie()}=${"x".repeat(43)}` });
  await expect(checkCredentials("tess", password, forged)).rejects.toThrow("Too many tries");
});

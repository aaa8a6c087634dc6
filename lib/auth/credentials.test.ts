import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema.ts";
import { freshDatabase } from "../testing.ts";
import { checkCredentials } from "./credentials.ts";
import { hashPassword } from "./passwords.ts";

freshDatabase();
const password = "Quiet-River 42!";

beforeAll(async () => {
  const hash = await hashPassword(password);
  await getDb()
    .insert(user)
    .values([
      { username: "mira", password: hash },
      { username: "gone", password: hash, is_active: false },
      { username: "\u00c5sa", password: hash },
    ]);
});

test("name and password together let in, and the moment is noted", async () => {
  expect(await checkCredentials("mira", password, new Headers())).toMatchObject({
    id: expect.any(Number),
  });
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
])("%j with %j stays outside", async (name, given) => {
  expect(await checkCredentials(name, given, new Headers())).toBeNull();
});

test("an unknown name takes as long as a wrong password", async () => {
  const time = async (name: string) => {
    const start = performance.now();
    await checkCredentials(name, "wrong", new Headers());
    return performance.now() - start;
  };
  await time("mira");
  const [known, unknown] = [Math.min(await time("mira"), await time("mira")), await time("nobody")];
  expect(unknown).toBeGreaterThan(known / 3);
});

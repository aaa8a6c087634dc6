import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { freshDatabase } from "../../testing.ts";

freshDatabase();

const ines = {
  username: "ines",
  email: "ines@example.org",
  first_name: "Ines",
  last_name: "Duarte",
  password: "Steady!Ground7",
};
const tomas = { ...ines, username: "tomas", email: "tomas@example.org" };

// The environment is read once per module, so each setting gets modules of its own.
async function houseWith(setting: string) {
  vi.resetModules();
  vi.stubEnv("SIGN_UP", setting);
  const { registerPerson } = await import("./registration.ts");
  const { signUpState } = await import("./queries.ts");
  return { registerPerson, signUpState };
}

beforeEach(async () => {
  await getDb().delete(user);
});
afterEach(() => vi.unstubAllEnvs());

const isAdmin = async () =>
  (await getDb().select({ is_staff: user.is_staff }).from(user)).map((row) => row.is_staff);

describe("SIGN_UP", () => {
  test("open admits everybody, and the first one is the admin", async () => {
    const { registerPerson, signUpState } = await houseWith("open");
    expect(await signUpState()).toBe("first");
    await registerPerson(ines);
    expect(await signUpState()).toBe("open");
    await registerPerson(tomas);
    expect(await isAdmin()).toEqual([true, false]);
  });

  test("first admits one person, even of two at the same moment", async () => {
    const { registerPerson, signUpState } = await houseWith("first");
    expect(await signUpState()).toBe("first");
    const tries = await Promise.allSettled([registerPerson(ines), registerPerson(tomas)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await signUpState()).toBe("closed");
    expect(await isAdmin()).toEqual([true]);
  });

  test("closed admits nobody", async () => {
    const { registerPerson, signUpState } = await houseWith("closed");
    expect(await signUpState()).toBe("closed");
    await expect(registerPerson(ines)).rejects.toThrow("Sign-up is closed here.");
    expect(await isAdmin()).toEqual([]);
  });
});

test("the browser's sign-up may send its zone and theme", async () => {
  const { registerPerson } = await houseWith("open");
  await registerPerson(ines, { color_mode: "system", time_zone: "Europe/Lisbon" });
  await registerPerson(tomas);
  expect(await getDb().select().from(user)).toMatchObject([
    { color_mode: "system", time_zone: "Europe/Lisbon" },
    { color_mode: "light", time_zone: null },
  ]);
});

test("validation errors are not counted as sign-ups", async () => {
  vi.stubEnv("RATE_LIMITS", "on");
  const { registerPerson } = await houseWith("open");
  const from = { address: "192.0.2.1" };
  const attempt = (values: object) => registerPerson({ ...ines, ...values }, { from });
  for (let i = 0; i < 70; i++) await expect(attempt({ email: "nowhere" })).rejects.toThrow("valid");
  for (let i = 0; i < 20; i++) await expect(attempt({ password: "weak" })).rejects.toThrow("12");
  for (let i = 0; i < 10; i++) {
    await attempt({ username: `ines${i}`, email: `ines${i}@example.org` });
  }
  await expect(attempt({ username: "tomas" })).rejects.toThrow("Too many tries");
  for (let i = 0; i < 40; i++) await expect(attempt({ password: "weak" })).rejects.toThrow();
  // Names cannot be looked up by way of mistakes either.
  await expect(attempt({ password: "weak" })).rejects.toThrow("Too many tries");
});

describe("a sign-up with a password that will not do", () => {
  test.each([
    [true, "weak"],
    [true, "Password2026!"],
    [false, "weak"],
    [false, "Password2026!"],
  ])("does not tell whether a name or an address is taken", async (browser, password) => {
    const { registerPerson } = await houseWith("open");
    await registerPerson(ines);
    const refusal = (values: object) =>
      registerPerson({ ...tomas, ...values, password }, { browser }).catch((error) => error.fields);
    const untaken = await refusal({});
    expect(Object.keys(untaken)).toEqual(["password"]);
    expect(await refusal({ username: ines.username })).toEqual(untaken);
    expect(await refusal({ email: ines.email })).toEqual(untaken);
  });
});

describe("a password that is chosen in the browser", () => {
  const noNames = { first_name: "", last_name: "" };

  test.each(["Correct-Horse-9", "Grüner Tee 42 Ä", "пароль-Один-2026", 'Say "hi" twice 2'])(
    "may be %s, as any character but a letter or digit is special",
    async (password) => {
      const { registerPerson } = await houseWith("open");
      await registerPerson({ ...ines, ...noNames, password }, { browser: true });
      expect(await getDb().select({ name: user.first_name }).from(user)).toEqual([{ name: "" }]);
    },
  );

  test("is refused together with all else, and what is missing is named", async () => {
    const { registerPerson } = await houseWith("open");
    const wrong = registerPerson(
      { ...ines, ...noNames, email: "nowhere", password: "short" },
      { browser: true },
    );
    await expect(wrong).rejects.toMatchObject({
      fields: {
        email: ["Enter a valid email address."],
        password: [
          "It needs at least 12 characters, a capital letter, a digit and a special character, such as ! or -.",
        ],
      },
    });
  });

  test("is neither one that many use nor made of its person's or the site's names", async () => {
    vi.stubEnv("PUBLIC_URL", "https://hunting.example.org");
    const { registerPerson } = await houseWith("open");
    const refused = { fields: { password: [expect.stringMatching(/Many people|made of/)] } };
    for (const password of ["Password-2026", "Ines-Duarte-9", "Foothold#1234", "Hunting-2026!"]) {
      const sign = registerPerson({ ...ines, password }, { browser: true });
      await expect(sign).rejects.toMatchObject(refused);
    }
    for (const password of ["Password2026!", "1nesDuarte!9", "Foothold#1234", "Hunting2026!!"])
      await expect(registerPerson({ ...ines, password })).rejects.toThrow("must");
  });

  test("keeps the documented rule where the API takes it", async () => {
    const { registerPerson } = await houseWith("open");
    for (const password of ["Correct-Horse-9", "Abcdefgh-1234!", "Abcd efgh 1234!"]) {
      await expect(registerPerson({ ...ines, password })).rejects.toThrow("12 characters long");
    }
    await expect(registerPerson({ ...ines, ...noNames })).rejects.toThrow("required");
  });
});

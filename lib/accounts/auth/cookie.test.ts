import { afterEach, expect, test, vi } from "vitest";

// The environment is read once per module, so each setting gets modules of its own.
async function cookieAt(address: string) {
  vi.resetModules();
  vi.stubEnv("PUBLIC_URL", address);
  return (await import("./cookie.ts")).sessionCookie();
}

afterEach(() => vi.unstubAllEnvs());

test("the cookie requires HTTPS where the public address has it", async () => {
  expect(await cookieAt("https://hunt.example.org")).toEqual({
    name: "__Host-next-auth.session-token",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("below a base path it is for that path alone, which __Host- does not allow", async () => {
  vi.stubEnv("BASE_PATH", "/foothold");
  expect(await cookieAt("https://hunt.example.org/foothold")).toMatchObject({
    name: "__Secure-next-auth.session-token",
    options: { path: "/foothold", secure: true },
  });
});

test.each(["", "http://localhost:3000", "http://192.168.1.7:3000"])(
  "not at %j",
  async (address) => {
    expect(await cookieAt(address)).toMatchObject({
      name: "next-auth.session-token",
      options: { httpOnly: true, sameSite: "lax", secure: false },
    });
  },
);

test("two Foothold servers on one host can have cookies of their own", async () => {
  vi.stubEnv("SESSION_COOKIE", "second.session-token");
  expect(await cookieAt("")).toMatchObject({ name: "second.session-token" });
});

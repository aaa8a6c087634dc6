import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { listen, settings } from "./listen.ts";

afterEach(() => vi.unstubAllEnvs());

test("by default the server listens on 127.0.0.1, port 3000", () => {
  for (const name of ["HOST", "PORT", "PUBLIC_URL", "BASE_PATH"]) vi.stubEnv(name, undefined);
  expect(settings()).toEqual({ host: "127.0.0.1", port: 3000, address: "http://localhost:3000" });
});

test("PUBLIC_URL is the address that is printed", () => {
  vi.stubEnv("PUBLIC_URL", "https://jobs.example.org");
  expect(settings().address).toBe("https://jobs.example.org");
});

test("below a base path, it is part of the address", () => {
  vi.stubEnv("BASE_PATH", "/foothold");
  vi.stubEnv("PUBLIC_URL", "");
  expect(settings().address).toBe("http://localhost:3000/foothold");
  for (const path of ["", "/foothold/"]) {
    vi.stubEnv("PUBLIC_URL", `https://example.org${path}`);
    expect(settings().address).toBe("https://example.org/foothold");
  }
  vi.stubEnv("BASE_PATH", "foothold/");
  expect(settings).toThrow("BASE_PATH must be like /foothold");
});

test.each(["0", "65536", "3000.5", "web"])("PORT=%s is refused", (port) => {
  vi.stubEnv("PORT", port);
  expect(settings).toThrow(`PORT must be a number from 1 to 65535, and is "${port}".`);
});

test("a port that is taken is named, with another one to try", async () => {
  const first = await listen("127.0.0.1", 0);
  const { port } = first.address() as AddressInfo;
  await expect(listen("127.0.0.1", port)).rejects.toThrow(`such as PORT=${port + 1}.`);
  first.close();
});

test("a host that is another machine's is refused", async () => {
  await expect(listen("192.0.2.1", 0)).rejects.toThrow("not an address of this machine");
});

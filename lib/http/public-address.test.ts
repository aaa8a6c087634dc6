import { describe, expect, test } from "vitest";
import { isPublicAddress, publicLookup } from "./public-address.ts";

describe("an IP address", () => {
  test.each(["8.8.8.8", "142.250.74.10", "100.63.255.255", "172.32.0.1", "2606:4700::1111"])(
    "%s is public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.0.9",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::7f00:1",
    "64:ff9b::a00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "ff02::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "localhost",
    "",
  ])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));
});

test("a name that leads to this machine is not connected to", async () => {
  const seen = await new Promise((resolve) =>
    publicLookup("localhost", { all: true }, (error, found) => resolve(error ?? found)),
  );
  expect(seen).toMatchObject({ code: "EPRIVATE" });
});

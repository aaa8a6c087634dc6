import { expect, test } from "vitest";
import { clientAddress, networkOf, wideNetworkOf } from "./client-address.ts";

const from = (value: string) => clientAddress(new Headers({ "x-forwarded-for": value }));

test("uses the address that the nearest proxy sets", () => {
  expect(from("6.6.6.6, 10.0.0.1")).toBe("10.0.0.1");
  expect(clientAddress(new Headers())).toBe("unknown");
});

test.each([
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:0207", "192.0.2.7"],
  ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:51234", "192.0.2.7"],
  ["[2001:db8::7]:51234", "2001:db8::7"],
  ["[2001:db8::7]", "2001:db8::7"],
  ["2001:db8::7", "2001:db8::7"],
  ["nonsense:1:2", "nonsense:1:2"],
])("%s is read as %s", (sent, address) => {
  expect(from(sent)).toBe(address);
});

test("addresses of one /64 are one client, however they are written", () => {
  const same = [
    "2001:db8:1:2::1",
    "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::9%eth0",
  ];
  expect(new Set(same.map(networkOf))).toEqual(new Set(["2001:db8:1:2::/64"]));
  expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"));
  expect(["192.0.2.7", "unknown", "a:b"].map(networkOf)).toEqual(["192.0.2.7", "unknown", "a:b"]);
});

test("addresses of one /56 are near each other", () => {
  expect(wideNetworkOf("2001:db8:1:2::1")).toBe("2001:db8:1:0::/56");
  expect(wideNetworkOf("2001:db8:1:ff::1")).toBe("2001:db8:1:0::/56");
  expect(wideNetworkOf("2001:db8:1:100::1")).toBe("2001:db8:1:100::/56");
  expect(wideNetworkOf("192.0.2.7")).toBeUndefined();
});

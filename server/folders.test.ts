import { expect, test } from "vitest";
import { isNamelessVolume } from "./folders.ts";

const name = "5c5399b6e44811be322168f04d2b4fc5a48ac351c0c743bb6c1b25dd712ea78b";
const root = "67 60 0:52 / / rw,relatime - overlay overlay rw";
const mount = (from: string, to: string) =>
  `71 67 254:0 ${from} ${to} rw,nosuid,nodev,relatime - ext4 /dev/vda rw`;
const anonymous = mount(`/var/lib/docker/volumes/${name}/_data`, "/data");

test.each([
  ["Docker's", [root, anonymous]],
  ["Podman's, of an ordinary user", [root, mount(`/volumes/${name}/_data`, "/data")]],
  ["containerd's", [root, mount(`/containers/${name}/volumes/${name}`, "/data")]],
  ["one over a named volume", [root, mount("/volumes/foothold/_data", "/data"), anonymous]],
])("a volume without a name is found: %s", (_words, mounts) => {
  expect(isNamelessVolume("/data", mounts.join("\n"))).toBe(true);
  expect(isNamelessVolume("/data/of/robin", mounts.join("\n"))).toBe(true);
});

test.each([
  ["a named volume", [root, mount("/var/lib/docker/volumes/foothold/_data", "/data")]],
  ["a folder of the machine", [root, mount("/srv/foothold", "/data")]],
  ["memory", [root, "69 67 0:41 / /data rw,nosuid - tmpfs tmpfs rw"]],
  ["a named volume within one without a name", [root, anonymous, mount("/v/_data", "/data/of")]],
  ["no container", ["25 1 254:0 / / rw,relatime - ext4 /dev/vda rw"]],
  ["a system without such a list", [""]],
])("%s is none", (_words, mounts) => {
  expect(isNamelessVolume("/data/of/robin", mounts.join("\n"))).toBe(false);
});

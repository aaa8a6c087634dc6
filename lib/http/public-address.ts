import "server-only";
import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const closed = new BlockList();
/** Special-purpose addresses (RFC 6890): this machine, private and link-local networks, shared ones of providers. */
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  closed.addSubnet(network, bits);
// Within the global unicast addresses: documentation, and those that carry an IPv4 address inside.
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.addSubnet(network, bits, "ipv6");
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address);
  return version === 6 && globalUnicast.check(address, "ipv6") && !closed.check(address, "ipv6");
}

/** Thrown where a name leads into a private network. */
class PrivateAddress extends Error {
  readonly code = "EPRIVATE";
}

/**
 * Resolves a name for the connection itself, against server-side request forgery: a name that was public when it was
 * checked may have another address a moment later.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, "", 0);
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address)))
      return callback(new PrivateAddress(`${hostname} has no public address.`), "", 0);
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

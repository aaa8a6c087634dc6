import { isIP, isIPv4 } from "node:net";

/**
 * The address a request came from. What a proxy says of it is believed where `TRUST_PROXY` is on; else the
 * server has put its own knowledge there. An IPv4 address that a socket of IPv6 tells of is one of IPv4.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || "unknown";
  // Some proxies add the port.
  const [, bare = last] = /^\[([^\]]+)\](?::\d+)?$|^/.exec(last) ?? [];
  const address = /^[\d.]+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(":")) : bare;
  return mappedIPv4(address) ?? address;
}

function mappedIPv4(address: string): string | undefined {
  if (!address.includes(":") || isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join(".") : undefined;
}

/** The eight numbers of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const [text = ""] = address.split("%", 1);
  const dotted = /[\d.]+$/.exec(text)?.[0] ?? "";
  const plain = isIPv4(dotted) ? text.slice(0, -dotted.length) + hexOf(dotted) : text;
  const [before = "", after] = plain.split("::", 2);
  const head = numbersIn(before);
  if (after === undefined) return head;
  const tail = numbersIn(after);
  return [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail];
}

const numbersIn = (text: string) =>
  text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));

function hexOf(dotted: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** What limits count as one client: an IPv4 address, or the /64 of an IPv6 address, which one line gets whole. */
export function networkOf(address: string): string {
  return prefixOf(address, 64) ?? address;
}

/** The /56 of an IPv6 address, which many providers give one customer; undefined for any other address. */
export function wideNetworkOf(address: string): string | undefined {
  return prefixOf(address, 56);
}

function prefixOf(address: string, bits: 56 | 64): string | undefined {
  if (!address.includes(":") || isIP(address) !== 6) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = groupsOf(address);
  const last = bits === 64 ? d : d & 0xff00;
  return `${[a, b, c, last].map((group) => group.toString(16)).join(":")}::/${bits}`;
}

import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "../../http/public-address.ts";
import { FetchFailure } from "./failure.ts";

export type NetworkAddress = { address: string; family: number };

/** What a fetch asks about the network. Tests bring a resolver of their own; nothing else does. */
export type Network = {
  /** every address of a name */
  resolve(name: string): Promise<NetworkAddress[]>;
  isPublic(address: string): boolean;
};

export const publicNetwork: Network = {
  resolve: (name) => lookup(name, { all: true }),
  isPublic: isPublicAddress,
};

/**
 * Resolves a host once, to the very addresses that are then connected to (against DNS rebinding). Throws
 * `FetchFailure` where one of them is not public.
 */
export async function resolveHost(url: URL, network: Network): Promise<NetworkAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const found = family
    ? [{ address: host, family }]
    : await network.resolve(host).catch(() => {
        throw new FetchFailure("unknown_name");
      });
  if (found.length === 0) throw new FetchFailure("unknown_name");
  if (!found.every(({ address }) => network.isPublic(address))) throw new FetchFailure("private");
  return found;
}

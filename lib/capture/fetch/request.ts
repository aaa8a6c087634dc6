import "server-only";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { version } from "../../runtime/version.ts";
import type { NetworkAddress } from "./network.ts";

/** Honest about what it is. Without an address: it would tell each employer's site where this person keeps their hunt. */
const headers = {
  "user-agent": `Foothold/${version} (reads one page because a person asked for it)`,
  "accept-encoding": "gzip, deflate, br, zstd",
  // The same for everybody, so that it says nothing of the person.
  "accept-language": "en,*;q=0.5",
};

/** What is asked for, the best first. */
export const accepted = {
  page: "text/html,application/xhtml+xml,application/json;q=0.9,text/*;q=0.8,*/*;q=0.1",
  json: "application/json,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.1",
};

/** Sends a GET to the addresses that were checked, whatever the name may lead to by now. No cookies, no kept connection. */
export function get(
  url: URL,
  addresses: readonly NetworkAddress[],
  accept: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_name, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, { headers: { ...headers, accept }, lookup, signal, agent: false }, resolve)
      .on("error", reject)
      .end();
  });
}

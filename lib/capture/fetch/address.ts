import { FetchFailure } from "./failure.ts";

const maxAddress = 2_048;

/** Ports from 1024 on that browsers do not open either: other protocols speak there (Fetch standard, "port blocking"). */
const blockedPorts: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10_080,
]);

/**
 * An address that may be fetched: http or https, no credentials, port 80, 443 or an unprivileged one (job boards in
 * test and behind odd proxies use those; below 1024 are mail, files and remote access). Throws `FetchFailure`.
 */
export function fetchableUrl(text: string, base?: URL): URL {
  const url = text.length > maxAddress ? null : URL.parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol)) throw new FetchFailure("address");
  if (url.username || url.password || !url.hostname) throw new FetchFailure("address");
  const port = Number(url.port || 443);
  const isOpen = port === 80 || port === 443 || (port >= 1024 && !blockedPorts.has(port));
  if (!isOpen) throw new FetchFailure("address");
  return url;
}

const signInWords: ReadonlySet<string> = new Set(
  "login signin sign-in sign_in log-in authwall auth checkpoint uas sso oauth oauth2 account-login".split(
    " ",
  ),
);

/** Whether an address is that of a page to sign in. */
export const isSignIn = ({ pathname, hostname }: URL): boolean =>
  /^(login|signin|auth|sso|accounts)\./.test(hostname) ||
  pathname
    .toLowerCase()
    .split("/")
    .some((segment) => signInWords.has(segment.replace(/\.[a-z]{2,5}$/, "")));

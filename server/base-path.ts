import { basePathFault } from "../lib/base-path.ts";
import { CliError } from "../scripts/cli-error.mjs";
import type { Middleware } from "./middleware.ts";
import { builtConfig } from "./next.ts";

/** Reads `BASE_PATH` from the environment. Throws CliError where it is none, or `PUBLIC_URL` contradicts it. */
export function givenBasePath(): string {
  const { BASE_PATH = "", PUBLIC_URL, NEXTAUTH_URL } = process.env;
  const fault = basePathFault(BASE_PATH, PUBLIC_URL || NEXTAUTH_URL);
  if (fault) throw new CliError(fault);
  return BASE_PATH;
}

/**
 * The base path of the build in the working directory, which `BASE_PATH` need not repeat. Throws CliError where it
 * asks for another: the addresses are in the build.
 */
export function builtBasePath(): string {
  const built = String(builtConfig().basePath ?? "");
  const given = givenBasePath();
  if (given && given !== built) {
    const place = built ? `below ${built}` : "at the root of its host";
    throw new CliError(`BASE_PATH is ${given}, and this build lives ${place}: build it anew.`);
  }
  process.env.BASE_PATH = built;
  givenBasePath();
  return built;
}

const isBelow = (base: string, url: string) =>
  url.startsWith(base) && /^(?:[/?]|$)/.test(url.slice(base.length));

/** A path of nobody's: it is logged, counted and refused like any other. */
const outside = "/_outside";

/** Takes the base path off each request, so that nothing of ours need know it. */
export const belowBasePath =
  (base: string): Middleware =>
  (request, _response, next) => {
    const { url = "" } = request;
    request.url = isBelow(base, url) ? url.slice(base.length).replace(/^(?!\/)/, "/") : outside;
    next();
  };

/** Puts the base path back, for Next, which takes it off by itself. */
export const restoreBasePath =
  (base: string): Middleware =>
  (request, _response, next) => {
    request.url = base + (request.url ?? "").replace(/^\/(?=\?|$)/, "");
    next();
  };

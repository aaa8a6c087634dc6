import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { withBase } from "./base-path.ts";

/**
 * Redirects from an action or a route handler. Next 16 puts the base path before the address for pages and for what its
 * script has sent, and forgets it where a browser follows by itself.
 */
export async function redirectBelow(path: string): Promise<never> {
  const isScripted = (await headers()).has("next-action");
  redirect(isScripted ? path : withBase(path));
}

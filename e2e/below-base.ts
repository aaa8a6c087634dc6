import { type BrowserContext, expect as baseExpect, type Page } from "@playwright/test";
import { basePath, withBase, withoutBase } from "../lib/base-path.ts";

type Methods = Record<string, (url: unknown, ...rest: unknown[]) => unknown>;

const patched = new WeakSet<Methods>();

/** A path of ours, whether it is as the specs name it or as a page has it. */
const below = (path: string) => withBase(withoutBase(path));

/** Lets the methods of an object's class take paths of ours, which Playwright resolves at the root of the host. */
function patch(instance: object, names: readonly string[]): void {
  const methods: Methods = Object.getPrototypeOf(instance);
  if (patched.has(methods)) return;
  patched.add(methods);
  for (const name of names) {
    const own = methods[name];
    methods[name] = function (this: unknown, url, ...rest) {
      return own?.call(this, typeof url === "string" ? below(url) : url, ...rest);
    };
  }
}

/** With `BASE_PATH`, lets the specs name pages as without it. */
export function goBelowBase(context: BrowserContext, page: Page): void {
  if (!basePath) return;
  patch(page, ["goto", "waitForURL"]);
  patch(context.request, ["fetch"]);
}

/** Playwright's, where `toHaveURL` takes a path of ours. */
export const expect = basePath
  ? baseExpect.extend({
      async toHaveURL(page: Page, wanted: string | RegExp, options?: { timeout?: number }) {
        const whole = typeof wanted === "string" ? below(wanted) : wanted;
        const has = this.isNot ? baseExpect(page).not : baseExpect(page);
        try {
          await has.toHaveURL(whole, options);
          return { pass: !this.isNot, message: () => "" };
        } catch (error) {
          return { pass: this.isNot, message: () => String(error) };
        }
      },
    })
  : baseExpect;

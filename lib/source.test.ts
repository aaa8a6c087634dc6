import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = globSync("{app,components,lib,db}/**/*.{ts,tsx}").filter(
  (file) => !/\.test\.tsx?$|\/testing\.ts$/.test(file),
);

// What may do what else nobody may, and why.
const allowed: Record<string, readonly string[]> = {
  // The one place that sets markup, of a type that only the sanitiser makes.
  "dangerouslySetInnerHTML=": ["components/ui/rich-content.tsx"],
  "speaks to another server": [
    // Only to public addresses, by lib/http/public-address.ts.
    "lib/push/send.ts",
    "lib/capture/fetch/request.ts",
    "lib/capture/fetch/network.ts",
    // It has only types of HTTP, of a page that was asked for there.
    "lib/capture/fetch/fetch-page.ts",
    "lib/capture/fetch/body.ts",
    "lib/http/public-address.ts",
    // These ask only whether a text is an IP address.
    "lib/accounts/auth/client-address.ts",
    "lib/push/endpoints.ts",
  ],
};

const never: Record<string, RegExp> = {
  "starts a program": /["'](node:)?child_process["']/,
  "runs a text as code": /\beval\(|new Function\(|["'](node:)?vm["']/,
  "speaks to another server": /(from|import\() ?["'](node:)?(https?|net|tls|dgram|undici)["']/,
  "makes a secret of weak randomness": /Math\.random\(/,
  "hashes with what is broken": /createHash\(["'](md5|sha1)["']/,
  "dangerouslySetInnerHTML=": /dangerouslySetInnerHTML=/,
  "writes markup into the page": /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write\(/,
  "listens to other windows": /addEventListener\(["']message["']/,
};

test.each(Object.entries(never))("no served module %s", (name, pattern) => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((file) => pattern.test(readFileSync(file, "utf8")));
  expect(found.sort()).toEqual([...(allowed[name] ?? [])].sort());
});

import { get } from "node:http";
import type { Target } from "./load.ts";

/** How many bytes an address sends, compressed as a browser would have it. */
function sent({ url, headers }: Target): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, "accept-encoding": "identity" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const all = Buffer.concat(parts);
        resolve({ bytes: all.length, text: all.toString() });
      });
    }).on("error", reject);
  });
}

function compressed({ url, headers }: Pick<Target, "url" | "headers">): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, "accept-encoding": "br, gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

/** The kilobytes that a page takes over the wire: its HTML, and the scripts and styles that it names. */
export async function weigh(page: Target): Promise<{ html: number; rest: number }> {
  const { text } = await sent(page);
  const files = new Set(text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? []);
  const origin = new URL(page.url).origin;
  const sizes = await Promise.all([...files].map((path) => compressed({ url: origin + path })));
  const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
  return {
    html: kilobytes(await compressed(page)),
    rest: kilobytes(sizes.reduce((a, b) => a + b, 0)),
  };
}

import { get } from "node:http";

/** Kilobytes of a page over the network, compressed. */
export type PageWeight = { htmlKb: number; assetsKb: number };

type Page = { url: string; headers?: Record<string, string> };

/** The transfer size of a page's HTML, and of the scripts and style sheets that it links to. */
export async function pageWeight(page: Page): Promise<PageWeight> {
  const html = (await download(page, "identity")).toString();
  const assets = new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? []);
  const { origin } = new URL(page.url);
  const compressed = (one: Page) => download(one, "br, gzip");
  const bodies = await Promise.all([...assets].map((path) => compressed({ url: origin + path })));
  const assetBytes = bodies.reduce((sum, { length }) => sum + length, 0);
  return { htmlKb: kilobytes((await compressed(page)).length), assetsKb: kilobytes(assetBytes) };
}

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

/** The response body as it was sent: node:http, unlike fetch, decompresses nothing. */
function download({ url, headers }: Page, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, "accept-encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks)));
      response.on("error", reject);
    }).on("error", reject);
  });
}

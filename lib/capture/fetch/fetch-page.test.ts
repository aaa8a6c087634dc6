import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "../../http/public-address.ts";
import type { FetchReason } from "./failure.ts";
import { fetchFrom, fetchPage } from "./fetch-page.ts";
import { publicAddress, startSite, type TestSite, testNetwork } from "./testing.ts";

process.env.AUTH_SECRET = "a secret that only tests use";

const page = "<title>Baker</title><p>Bread for Larch Foods, 15 € an hour.</p>";
const pages: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {};
let site: TestSite;
let inside: TestSite;

beforeAll(async () => {
  site = await startSite(publicAddress, (request, response) => {
    const answer = pages[request.url ?? ""];
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  inside = await startSite("127.0.0.1", (_request, response) => response.end("secret"));
});
afterAll(() => {
  for (const { server } of [site, inside]) server.closeAllConnections();
  for (const { server } of [site, inside]) server.close();
});

const html = { "content-type": "text/html; charset=utf-8" };
const names = () => ({ "larch.example": [publicAddress], "inside.example": ["127.0.0.1"] });
const at = (path: string) => `http://larch.example:${site.port}${path}`;
const read = (path: string, options = {}) => fetchFrom(testNetwork(names()), at(path), options);
const reasonOf = (fetched: Promise<unknown>): Promise<FetchReason | "read"> =>
  fetched.then(
    () => "read" as const,
    (error) => error.reason ?? error,
  );

describe("an address", () => {
  const hostile = [
    ...["127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1"],
    ...["017700000001", "127.0.0.1.", "0", "0.0.0.0", "0x0", "127.255.255.255", "10.0.0.1", "10.1"],
    ...["0xa.0.0.1", "012.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.0.1", "192.168.1"],
    ...[
      "3232235777",
      "0xc0a80101",
      "169.254.169.254",
      "0xa9fea9fe",
      "2852039166",
      "0251.254.169.254",
    ],
    ...["100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1"],
    ...["198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250"],
    ...["240.0.0.1", "255.255.255.255", "１２７.０.０.１", "①②⑦.0.0.1", "127。0。0。1"],
    ...[
      "[::]",
      "[::1]",
      "[0:0:0:0:0:0:0:1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[::127.0.0.1]",
    ],
    ...[
      "[::ffff:10.0.0.1]",
      "[::ffff:169.254.169.254]",
      "[::ffff:0:127.0.0.1]",
      "[64:ff9b::7f00:1]",
    ],
    ...["[64:ff9b::10.0.0.1]", "[64:ff9b:1::a00:1]", "[64:ff9b:1:ffff::1]", "[2002:7f00:1::]"],
    ...["[2002:c0a8:101::1]", "[2001::1]", "[2001:0:4136:e378::1]", "[2001:db8::1]", "[2001:2::1]"],
    ...["[2001:10::1]", "[2001:20::1]", "[3fff::1]", "[100::1]", "[5f00::1]", "[fc00::1]"],
    ...[
      "[fd00:ec2::254]",
      "[::2]",
      "[fdff::1]",
      "[64:ff9b::]",
      "[fe80::1]",
      "[febf::1]",
      "[fec0::1]",
      "[ff02::1]",
      "[ff05::2]",
    ],
    ...["[4000::1]", "[::ffff:8.8.8.8]", "localhost", "LOCALHOST", "localhost.", "ｌocalhost"],
  ].map((host) => `http://${host}:PORT/`);
  const odd = [
    ...[
      "file:///etc/passwd",
      "ftp://larch.example/",
      "gopher://larch.example:70/",
      "data:text/html,x",
    ],
    ...["javascript:alert(1)", "blob:http://larch.example/x", "about:blank", "ws://larch.example/"],
    ...[
      "view-source:http://larch.example/",
      "//larch.example/",
      "larch.example",
      "",
      "http://",
      "http:///",
    ],
    ...["http://a:b@larch.example/", "http://127.0.0.1@larch.example/", "http://larch.example:22/"],
    ...[
      "http://larch.example:25/",
      "http://larch.example:6379@127.0.0.1/",
      "http://larch.example:6667/",
    ],
    ...[
      "http://larch.example:0/",
      "http://larch.example:70000/",
      "http://[::1/",
      "http://256.1.1.1/",
    ],
    ...["http://[fe80::1%25eth0]/", "http://exa mple.example/", "http://larch.example:2049/"],
    `http://larch.example/${"x".repeat(3_000)}`,
  ];
  expect(hostile.length + odd.length).toBeGreaterThan(110);

  test("that is not of the public internet is not connected to", async () => {
    const before = inside.connections();
    const network = { ...testNetwork({}), isPublic: isPublicAddress, resolve: loopback };
    const reasons = await Promise.all(
      [...hostile, ...odd].map(async (address) => {
        const reason = await reasonOf(
          fetchFrom(network, address.replace("PORT", `${inside.port}`)),
        );
        return /private|address/.test(reason) ? [] : [`${address}: ${reason}`];
      }),
    );
    expect(reasons.flat()).toEqual([]);
    expect(inside.connections() - before).toBe(0);
  });

  test("of this machine is not connected to by the program itself", async () => {
    const before = inside.connections();
    expect(await reasonOf(fetchPage(`http://localhost:${inside.port}/`))).toBe("private");
    expect(await reasonOf(fetchPage(`http://127.0.0.1:${inside.port}/`))).toBe("private");
    expect(inside.connections() - before).toBe(0);
  });
});

const loopback = async () => [{ address: "127.0.0.1", family: 4 }];
const redirect = (location: string) => (response: ServerResponse) =>
  response.writeHead(302, { location }).end();

describe("a name", () => {
  test("that leads elsewhere the second time is asked once", async () => {
    pages["/"] = (response) => response.writeHead(200, html).end(page);
    const before = inside.connections();
    const network = testNetwork({ "larch.example": [publicAddress, "127.0.0.1"] });
    expect((await fetchFrom(network, at("/"))).text).toBe(page);
    expect(network.asked).toEqual(["larch.example"]);
    // The second fetch asks anew, and then it leads inside.
    expect(await reasonOf(fetchFrom(network, at("/")))).toBe("private");
    expect(inside.connections() - before).toBe(0);
  });

  test("with one private address among public ones is refused", async () => {
    const network = testNetwork({ "larch.example": [`${publicAddress},10.0.0.1`] });
    expect(await reasonOf(fetchFrom(network, at("/")))).toBe("private");
  });

  test("that nobody has is said to be one", async () => {
    expect(await reasonOf(fetchFrom(testNetwork({}), at("/")))).toBe("unknown_name");
  });
});

describe("a redirect", () => {
  test.each([
    ["http://127.0.0.1:PORT/", "private"],
    ["http://inside.example:PORT/", "private"],
    ["http://[::ffff:7f00:1]:PORT/", "private"],
    ["//inside.example:PORT/", "private"],
    ["http://2130706433:PORT/", "private"],
    ["file:///etc/passwd", "address"],
    ["javascript:alert(1)", "address"],
    ["http://larch.example:22/", "address"],
    ["http://a:b@larch.example/", "address"],
  ] as const)("to %s is not followed", async (location, reason) => {
    const before = inside.connections();
    pages["/1"] = redirect("/2");
    pages["/2"] = redirect(location.replace("PORT", String(inside.port)));
    expect(await reasonOf(read("/1"))).toBe(reason);
    expect(inside.connections() - before).toBe(0);
  });

  test("is followed five times, and no circle is", async () => {
    for (let n = 0; n < 7; n++) pages[`/r${n}`] = redirect(`/r${n + 1}`);
    pages["/r7"] = (response) => response.writeHead(200, html).end(page);
    expect((await read("/r2#job-7")).url).toBe(at("/r7#job-7"));
    expect(await reasonOf(read("/r1"))).toBe("redirects");
    pages["/circle"] = redirect("/circle");
    expect(await reasonOf(read("/circle"))).toBe("redirects");
  });

  test("of a name that turns private on the way is not followed", async () => {
    pages["/turn"] = redirect("/r7");
    const network = testNetwork({ "larch.example": [publicAddress, "127.0.0.1"] });
    expect(await reasonOf(fetchFrom(network, at("/turn")))).toBe("private");
  });

  test("to a page to sign in is told as one", async () => {
    pages["/wall"] = redirect("/authwall?trk=x");
    await expect(read("/wall")).rejects.toThrow("press the Foothold bookmark");
    expect(await reasonOf(read("/wall"))).toBe("sign_in");
  });
});

describe("a site that", () => {
  test.each([
    [401, "sign_in"],
    [403, "refused"],
    [429, "refused"],
    [999, "sign_in"],
    [404, "gone"],
    [410, "gone"],
    [500, "fault"],
  ] as const)("answers %i is understood", async (status, reason) => {
    pages["/status"] = (response) => response.writeHead(status, html).end("x");
    expect(await reasonOf(read("/status"))).toBe(reason);
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
  ] as const)("sends a bomb in %s is cut off, and a page is read", async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(16 * 1024 * 1024));
    const headers = { ...html, "content-encoding": encoding };
    pages["/bomb"] = (response) => response.writeHead(200, headers).end(bomb);
    pages["/packed"] = (response) => response.writeHead(200, headers).end(pack(page));
    pages["/broken"] = (response) => response.writeHead(200, headers).end("no such thing");
    expect(await reasonOf(read("/bomb"))).toBe("large");
    expect((await read("/packed")).text).toBe(page);
    expect(await reasonOf(read("/broken"))).toBe("no_text");
  });

  test("never ends, or drips, is left", async () => {
    pages["/endless"] = (response) => {
      response.writeHead(200, html);
      const more = () => !response.destroyed && response.write(Buffer.alloc(65_536, "x"), more);
      more();
    };
    pages["/drip"] = (response) => {
      response.writeHead(200, html);
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    };
    pages["/silent"] = () => {};
    expect(await reasonOf(read("/endless"))).toBe("large");
    expect(await reasonOf(read("/drip", { timeoutMs: 200 }))).toBe("slow");
    expect(await reasonOf(read("/silent", { timeoutMs: 200 }))).toBe("slow");
    const network = { ...testNetwork({}), resolve: () => new Promise<never>(() => {}) };
    expect(await reasonOf(fetchFrom(network, at("/"), { timeoutMs: 200 }))).toBe("slow");
  });

  test("sends no text is told so", async () => {
    for (const type of ["image/png", "application/pdf", "application/octet-stream"]) {
      pages["/type"] = (response) => response.writeHead(200, { "content-type": type }).end("x");
      expect(await reasonOf(read("/type"))).toBe("no_text");
    }
    pages["/type"] = (response) => response.writeHead(200, html).end(Buffer.alloc(999));
    expect(await reasonOf(read("/type"))).toBe("no_text");
  });

  test("is asked without cookies, by an honest name", async () => {
    let headers: IncomingMessage["headers"] = {};
    pages["/who"] = (response, request) => {
      headers = request.headers;
      response.writeHead(200, { ...html, "set-cookie": "a=1" }).end(page);
    };
    await read("/who");
    await read("/who");
    expect(headers).toMatchObject({ "user-agent": expect.stringContaining("Foothold/") });
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(headers.referer).toBeUndefined();
  });
});

describe("a page in", () => {
  const text = "<p>Bäckerei Müller für Größen: „Brötchen“ – 15 € und schöne Grüße</p>";
  const latin = Buffer.from(
    text.replace("„", "\x84").replace("“", "\x93").replace("–", "\x96").replace("€", "\x80"),
    "latin1",
  );
  test.each([
    ["windows-1252 that says nothing", "text/html", latin],
    ["windows-1252 that says UTF-8", "text/html; charset=utf-8", latin],
    ["windows-1252 by its header", 'text/html; charset="iso-8859-1"', latin],
    ["UTF-16 with a mark", "text/html", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without one", "text/html", Buffer.from(`${text}\n`, "utf16le")],
    ["UTF-8 that says Latin-1", "text/html; charset=iso-8859-1", Buffer.from(text)],
    ["UTF-8 with a mark", "text/html", Buffer.from(`\ufeff${text}`)],
  ])("%s is read", async (_name, type, bytes) => {
    pages["/text"] = (response) => response.writeHead(200, { "content-type": type }).end(bytes);
    expect((await read("/text")).text.trim()).toBe(text);
  });
});

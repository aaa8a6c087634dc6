import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basePath } from "../lib/base-path.ts";
import { expect, password, test } from "./fixtures.ts";
import { registerPage, signInPage, signOut } from "./pages/sign-in.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

test.use({ signedIn: false });

let host = "";
let proxy: Server;
let server: TestServer;
let url = "";

// A reverse proxy that speaks TLS, as far as Foothold can tell, and passes on the Host that a test wants.
test.beforeAll(async () => {
  test.setTimeout(300_000);
  let port = "";
  proxy = createServer((asked, answer) => {
    const headers = { ...asked.headers, host, "x-forwarded-proto": "https" };
    const { method, url: path } = asked;
    const passed = request({ host: "127.0.0.1", port, method, path, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passed.on("error", () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  url = `http://localhost:${(proxy.address() as AddressInfo).port}${basePath}`;
  server = await startTestServer({ PUBLIC_URL: url, TRUST_PROXY: "on" });
  port = new URL(server.url).port;
});
test.afterAll(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await server.stop();
});

test("people sign in and save whatever Host the proxy passes on, and no error is logged", async ({
  page,
}) => {
  host = new URL(url).host;
  const account = { first: "Noor", last: "Haddad", email: "noor@example.org", username: "noor" };
  await page.goto(`${url}/register`);
  await registerPage(page).register({ ...account, password });
  await expect(page).toHaveURL(`${url}/dashboard`);
  const hosts = [host, "localhost", new URL(server.url).host, "elsewhere.example"];
  for (const [at, passed] of hosts.entries()) {
    host = passed;
    await signOut(page);
    await page.goto(`${url}/login`);
    await signInPage(page).signIn(account.username, password);
    await expect(page).toHaveURL(`${url}/dashboard`);
    await page.goto(`${url}/postings/new`);
    await page.getByLabel("Title").fill("Harbour Pilot");
    await page.getByLabel("Company").fill("Tern Shipping");
    await page.getByRole("button", { name: "Add posting" }).click();
    await expect(page).toHaveURL(`${url}/postings/${at + 1}`);
  }
  const errors = server
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":"error"'));
  expect(errors).toEqual([]);
});

test("a change from another Origin is refused, another scheme of the same host too", async () => {
  const post = (origin: string) =>
    fetch(`${server.url}/login`, { method: "POST", headers: { origin }, body: "" });
  const { origin: own } = new URL(url);
  expect((await post(own)).status).not.toBe(403);
  const others = [own.replace("http:", "https:"), new URL(server.url).origin];
  for (const origin of [...others, "https://evil.example"])
    expect((await post(origin)).status).toBe(403);
});

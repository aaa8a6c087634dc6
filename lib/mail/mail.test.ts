import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { startMailServer } from "../../scripts/mail-server.ts";
import type { Letter } from "./emails.ts";

const scratch = mkdtempSync(join(tmpdir(), "foothold-mail-"));
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const letter: Letter = {
  subject: "Grüße",
  paragraphs: [
    'Hello <b>"you"</b> & all,',
    { href: "https://jobs.example.org/reset/k?a=1&b=2", words: "Open it" },
  ],
};

async function server(name: string, tls?: "starttls" | "smtps") {
  const started = await startMailServer(join(scratch, name), tls);
  stops.push(started.stop);
  return started;
}

/** The mail module with these settings: they are read once, so each call imports it anew. */
async function mailWith(SMTP_URL: string) {
  Object.assign(process.env, {
    SMTP_URL,
    MAIL_FROM: "Foothold <jobs@example.org>",
    PUBLIC_URL: "https://jobs.example.org",
  });
  vi.resetModules();
  return import("./commands.ts");
}

test("arrives as plain text and as escaped HTML", async () => {
  const { url, received } = await server("plain");
  const { sendEmail } = await mailWith(url);
  await sendEmail("ada@example.org", letter);
  const [got] = received();
  expect(got).toMatchObject({ to: "ada@example.org", from: "Foothold <jobs@example.org>" });
  expect(got?.text).toContain('Hello <b>"you"</b> & all,');
  expect(got?.text).toContain("https://jobs.example.org/reset/k?a=1&b=2");
  const flat = got?.raw.replaceAll("=\n", "");
  expect(flat).toContain("Hello &lt;b&gt;&quot;you&quot;&lt;/b&gt; &amp; all,");
  expect(flat).toContain("Auto-Submitted: auto-generated");
});

test("has one recipient, whatever is in the address", async () => {
  const { url, received } = await server("list");
  const { sendEmail } = await mailWith(url);
  await sendEmail('"ada@example.org, mallory"@example.org', letter).catch(() => undefined);
  await sendEmail("ada@example.org, mallory@example.net", letter).catch(() => undefined);
  for (const { raw } of received()) expect(raw).not.toMatch(/^X-RcptTo: .*mallory@example\.net/m);
  expect(received().filter(({ to }) => to === "ada@example.org")).toEqual([]);
});

test.each(["starttls", "smtps"] as const)(
  "uses %s, and refuses a certificate that it cannot verify",
  async (tls) => {
    const { url, received } = await server(tls, tls);
    const strict = await mailWith(`${url}?requireTLS=true`);
    await expect(strict.sendEmail("ada@example.org", letter)).rejects.toThrow("was not sent");
    expect(received()).toEqual([]);
    const told = await mailWith(`${url}?tls.rejectUnauthorized=false`);
    await told.sendEmail("ada@example.org", letter);
    expect(received()).toHaveLength(1);
    expect(readFileSync(join(scratch, tls, "cert.pem"), "utf8")).toContain("CERTIFICATE");
  },
);

test("sends no password to a remote server without encryption", async () => {
  const heard: string[] = [];
  const plain = await listening((socket) => {
    socket.write("220 mail ESMTP\r\n");
    socket.on("data", (data) => {
      heard.push(String(data));
      socket.write("250-mail\r\n250 AUTH PLAIN LOGIN\r\n");
    });
  });
  const { port } = plain.address() as { port: number };
  const { sendEmail } = await mailWith(`smtp://jobs:hunter2secret@127.0.0.2:${port}`);
  const sent = sendEmail("ada@example.org", letter);
  await expect(sent).rejects.toMatchObject({ message: "A mail was not sent.", name: "MailFault" });
  await expect(sent).rejects.not.toThrow(/hunter2|ada@/);
  expect(heard.join("")).toContain("STARTTLS");
  expect(heard.join("")).not.toContain("AUTH");
});

function listening(handle: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve) => {
    const made = createServer(handle);
    stops.push(() => new Promise((closed) => made.close(() => closed())));
    made.listen(0, "127.0.0.2", () => resolve(made));
  });
}

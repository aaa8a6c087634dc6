import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { freePort } from "./free-port.ts";
import { installPackages } from "./packages.ts";

/** An e-mail that the test server received. */
export type ReceivedMail = { to: string; from: string; subject: string; text: string; raw: string };

export type MailServer = {
  url: string;
  /** the e-mails received so far, oldest first */
  received: () => ReceivedMail[];
  stop: () => Promise<void>;
};

// Debian installs Python packages for its own Python; another may come first in PATH.
const pythons = ["/usr/bin/python3", "python3"];

/** The path of a Python with aiosmtpd, an SMTP server; installs it if missing. Throws CliError if that fails. */
export async function ensureMailServer(): Promise<string> {
  const present = await pythonWithAiosmtpd();
  if (present) return present;
  console.error("Fetching a mail server for the tests.");
  await installPackages("python3-aiosmtpd", "openssl");
  const installed = await pythonWithAiosmtpd();
  if (installed) return installed;
  throw new CliError("No mail server for the tests. Install one: apt-get install python3-aiosmtpd");
}

async function pythonWithAiosmtpd(): Promise<string | undefined> {
  for (const python of pythons) {
    const tried = await run(python, ["-c", "import aiosmtpd"], { quiet: true }).catch(() => null);
    if (tried?.code === 0) return python;
  }
  return undefined;
}

/** Starts an SMTP server that stores e-mails in `folder`; with `tls` it refuses plain text. */
export async function startMailServer(
  folder: string,
  tls?: "starttls" | "smtps",
): Promise<MailServer> {
  const python = await ensureMailServer();
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const mailbox = join(folder, "mailbox");
  const certificate = tls ? await makeCertificate(folder) : [];
  const options = certificate.flatMap((path, i) => [
    `--${tls === "smtps" ? "smtps" : "tls"}${i === 0 ? "cert" : "key"}`,
    path,
  ]);
  const listen = ["-n", "-l", `127.0.0.1:${port}`, ...options];
  const args = ["-m", "aiosmtpd", ...listen, "-c", "aiosmtpd.handlers.Mailbox", mailbox];
  const child = spawn(python, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  let log = "";
  child.stderr.on("data", (chunk) => (log += chunk));
  await waitForPort(port, () => {
    if (child.exitCode !== null) throw new CliError(`The mail server ended: ${log}`);
  });
  return {
    url: `${tls === "smtps" ? "smtps" : "smtp"}://127.0.0.1:${port}`,
    received: () => readMaildir(join(mailbox, "new")),
    stop: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

async function makeCertificate(folder: string): Promise<[certificate: string, key: string]> {
  const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
  const make = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...names];
  const { code } = await run("openssl", [...make, "-out", certificate, "-keyout", key], {
    quiet: true,
  });
  if (code !== 0) throw new CliError("openssl made no certificate for the tests.");
  return [certificate, key];
}

/** Waits up to ten seconds for a server on the port. */
async function waitForPort(port: number, check: () => void): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    check();
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      }).on("error", () => resolve(false));
    });
    if (open) return;
    await setTimeout(100);
  }
  throw new CliError("The mail server does not answer.");
}

// A Maildir file name begins with the time in seconds and microseconds, and the delivery count.
const sortKey = (name: string) => {
  const [, second = "", micros = "", count = ""] = /^(\d+)\.M(\d+)P\d+Q(\d+)/.exec(name) ?? [];
  return [second, micros.padStart(6, "0"), count.padStart(6, "0")].join(".");
};

function readMaildir(folder: string): ReceivedMail[] {
  // The server makes the folder at the first e-mail.
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .sort((a, b) => sortKey(a).localeCompare(sortKey(b)))
    .map((name) => parseMail(readFileSync(join(folder, name), "utf8")));
}

function parseMail(raw: string): ReceivedMail {
  const unix = raw.replaceAll("\r\n", "\n");
  const header = (name: string) =>
    new RegExp(`^${name}: (.*)$`, "im").exec(unix.split("\n\n", 1)[0] ?? "")?.[1] ?? "";
  const plain = /content-type: text\/plain[\s\S]*?\n\n([\s\S]*?)\n--/i.exec(unix)?.[1] ?? "";
  const text = plain
    .replaceAll("=\n", "")
    .replace(/(?:=[\dA-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString(),
    );
  return { to: header("to"), from: header("from"), subject: header("subject"), text, raw: unix };
}

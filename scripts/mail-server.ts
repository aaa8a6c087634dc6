import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { freePort } from "./free-port.ts";
import { installPackages } from "./packages.ts";

/** A mail as it arrived. */
export type Arrived = { to: string; from: string; subject: string; text: string; raw: string };

export type MailServer = {
  url: string;
  /** what has arrived, the oldest first */
  letters: () => Arrived[];
  stop: () => Promise<void>;
};

// Debian's own Python, where its packages are; a newer one may come first in the path.
const pythons = ["/usr/bin/python3", "python3"];

/** A Python with aiosmtpd, a real mail server, fetched where there is none. Throws CliError where it cannot be had. */
export async function ensureMailServer(): Promise<string> {
  const present = await firstThatRuns();
  if (present) return present;
  console.error("Fetching a mail server for the tests.");
  await installPackages("python3-aiosmtpd", "openssl");
  const installed = await firstThatRuns();
  if (installed) return installed;
  throw new CliError("No mail server for the tests. Install one: apt-get install python3-aiosmtpd");
}

async function firstThatRuns(): Promise<string | undefined> {
  for (const python of pythons) {
    const tried = await run(python, ["-c", "import aiosmtpd"], { quiet: true }).catch(() => null);
    if (tried?.code === 0) return python;
  }
  return undefined;
}

/** Starts a mail server that puts what it gets into `folder`; with `tls` it speaks nothing else. */
export async function startMailServer(
  folder: string,
  tls?: "starttls" | "smtps",
): Promise<MailServer> {
  const python = await ensureMailServer();
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const box = join(folder, "box");
  const certificate = tls ? await selfSigned(folder) : [];
  const options = certificate.flatMap((path, i) => [
    `--${tls === "smtps" ? "smtps" : "tls"}${i === 0 ? "cert" : "key"}`,
    path,
  ]);
  const listen = ["-n", "-l", `127.0.0.1:${port}`, ...options];
  const args = ["-m", "aiosmtpd", ...listen, "-c", "aiosmtpd.handlers.Mailbox", box];
  const child = spawn(python, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  await reached(port, () => {
    if (child.exitCode !== null) throw new CliError(`The mail server ended: ${said}`);
  });
  return {
    url: `${tls === "smtps" ? "smtps" : "smtp"}://127.0.0.1:${port}`,
    letters: () => arrivedIn(join(box, "new")),
    stop: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

async function selfSigned(folder: string): Promise<[certificate: string, key: string]> {
  const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
  const make = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...names];
  const { code } = await run("openssl", [...make, "-out", certificate, "-keyout", key], {
    quiet: true,
  });
  if (code !== 0) throw new CliError("openssl made no certificate for the tests.");
  return [certificate, key];
}

/** Waits until something listens at the port, at most ten seconds. */
async function reached(port: number, check: () => void): Promise<void> {
  const { connect } = await import("node:net");
  for (let i = 0; i < 100; i += 1) {
    check();
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      }).on("error", () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new CliError("The mail server does not answer.");
}

// The names in a Maildir begin with the second and the count of deliveries.
const order = (name: string) => {
  const [, second = "", micros = "", count = ""] = /^(\d+)\.M(\d+)P\d+Q(\d+)/.exec(name) ?? [];
  return [second, micros.padStart(6, "0"), count.padStart(6, "0")].join(".");
};

function arrivedIn(folder: string): Arrived[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // Nothing has arrived yet.
  }
  return names
    .sort((a, b) => order(a).localeCompare(order(b)))
    .map((name) => read(readFileSync(join(folder, name), "utf8")));
}

function read(raw: string): Arrived {
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

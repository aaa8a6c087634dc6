import "server-only";
import { createTransport } from "nodemailer";
import { env } from "../env.ts";
import { afterResponse } from "../runtime/after-response.ts";
import { emailBody, type Letter } from "./emails.ts";
import { sendsMail } from "./sends-mail.ts";

/** Sends a mail after the response; does nothing without a mail server or an address. */
export function sendEmailLater(to: string, letter: () => Letter): void {
  if (sendsMail() && to) afterResponse(() => sendEmail(to, letter()));
}

/** Sends a letter now. Throws where it could not be handed over, without its words or address. */
export async function sendEmail(
  to: string,
  letter: Letter,
  headers: Record<string, string> = {},
): Promise<void> {
  const { SMTP_URL = "", MAIL_FROM = "" } = env();
  const transport = createTransport(transportUrl(SMTP_URL), {
    from: MAIL_FROM,
    headers: { "auto-submitted": "auto-generated", ...headers },
  });
  try {
    const { subject } = letter;
    // As one address and no list: what stands in it names nobody else.
    await transport.sendMail({ to: { name: "", address: to }, subject, ...emailBody(letter) });
  } catch (error) {
    throw new MailFault(error);
  } finally {
    transport.close();
  }
}

const local = ["localhost", "127.0.0.1", "[::1]"];

/** The server's address with our habits: no password or link goes over a network in the clear unless asked to. */
function transportUrl(given: string): string {
  const url = new URL(given);
  const { searchParams } = url;
  const habits = {
    requireTLS: String(url.protocol === "smtp:" && !local.includes(url.hostname)),
    connectionTimeout: "10000",
    greetingTimeout: "10000",
    socketTimeout: "30000",
    disableFileAccess: "true",
    disableUrlAccess: "true",
  };
  for (const [name, value] of Object.entries(habits)) {
    if (!searchParams.has(name)) searchParams.set(name, value);
  }
  if (searchParams.get("ignoreTLS") === "true") searchParams.set("requireTLS", "false");
  return url.href;
}

/** A mail that was not sent; its code says why, and nothing says to whom. */
class MailFault extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    super("A mail was not sent.");
    this.name = "MailFault";
    const { code = "", responseCode = "" } = cause as { code?: string; responseCode?: number };
    this.code = `${code} ${responseCode}`.trim();
  }
}

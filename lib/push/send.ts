import "server-only";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { pushSubscription } from "../../db/schema/reminders.ts";
import { now } from "../dates.ts";
import { env } from "../env.ts";
import { publicLookup } from "../http/public-address.ts";
import { decryptField } from "../secrets.ts";
import { isPushEndpoint, isTrustedOrigin } from "./endpoints.ts";
import { vapidKeys } from "./keys.ts";
import { type SealedDevice, sealedDevice } from "./schema.ts";
import type { Notification } from "./values.ts";

const timeoutMs = 15_000;

/** What push services answer where the device takes no more: 404 and 410 (RFC 8030). */
const goneStatuses = [404, 410];

/** A push service that did not take a notification; nothing in it says to whom. */
class PushFault extends Error {
  constructor(reason: string) {
    super(`A notification was not sent: ${reason}`);
    this.name = "PushFault";
  }
}

/**
 * Sends a notification to a device; one that takes no more is deleted. Throws where it could not be handed over and may
 * be later.
 */
export async function sendNotification(
  deviceId: number,
  { until, ...shown }: Notification,
): Promise<void> {
  const device = eq(pushSubscription.id, deviceId);
  const [row] = await getDb()
    .select({ sealed: pushSubscription.sealed })
    .from(pushSubscription)
    .where(device);
  const leftSeconds = Math.ceil((until - Date.now()) / 1_000);
  if (!row || leftSeconds <= 0) return;
  const target = unsealed(row.sealed);
  const status = target ? await post(target, JSON.stringify(shown), leftSeconds) : 410;
  if (goneStatuses.includes(status)) {
    await getDb().delete(pushSubscription).where(device);
    return;
  }
  if (status < 200 || status > 299) throw new PushFault(`status ${status}`);
  await getDb().update(pushSubscription).set({ last_sent_at: now() }).where(device);
}

// Sealed under another AUTH_SECRET, or to a push service that is trusted no more.
function unsealed(sealed: string): SealedDevice | null {
  try {
    const read = sealedDevice.safeParse(JSON.parse(decryptField(sealed)));
    return read.success && isPushEndpoint(read.data.endpoint) ? read.data : null;
  } catch {
    return null;
  }
}

/** Hands an encrypted message (RFC 8291) to the push service, and gives its status. Redirects are not followed. */
async function post(target: SealedDevice, payload: string, TTL: number): Promise<number> {
  const { default: webPush } = await import("web-push");
  const details = webPush.generateRequestDetails(target, payload, {
    vapidDetails: { subject: contact(), ...(await vapidKeys()) },
    TTL,
    contentEncoding: "aes128gcm",
    urgency: "normal",
  });
  const url = new URL(target.endpoint);
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const lookup = isTrustedOrigin(url.origin) ? undefined : publicLookup;
  const { method, body } = details;
  const headers = details.headers as Record<string, string>;
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new PushFault(error.code ?? error.name));
    const signal = AbortSignal.timeout(timeoutMs);
    const sent = request(url, { method, headers, lookup, signal, agent: false }, (response) => {
      resolve(response.statusCode ?? 0);
      // What it says besides is nobody's to read, and may be endless.
      response.destroy();
    });
    sent.on("error", fail).end(body);
  });
}

/** Whom a push service may ask about this Foothold: it takes an https address or a mailbox. */
function contact(): string {
  const { PUBLIC_URL, MAIL_FROM } = env();
  if (PUBLIC_URL?.startsWith("https:")) return new URL(PUBLIC_URL).origin;
  const mailbox = MAIL_FROM?.split(/[\s<>]/).find((part) => part.includes("@"));
  return `mailto:${mailbox ?? "nobody@foothold.invalid"}`;
}

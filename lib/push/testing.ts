import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { DeviceInput } from "./schema.ts";

/** What a push service was handed, read as the device would read it. */
type Handed = {
  path: string;
  headers: IncomingHttpHeaders;
  notification: Record<string, string>;
  /** the claims of its signed identification (VAPID), null where the signature is wrong */
  claims: { aud: string; sub: string; exp: number } | null;
};

/** A push service on this machine, with the devices that it has made. It decrypts by RFC 8291 itself. */
export async function startPushService() {
  const devices = new Map<string, { ecdh: ECDH; auth: Buffer }>();
  const handed: Handed[] = [];
  const answers = { status: 201, hangs: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (answers.hangs) return;
    const path = request.url ?? "";
    const device = devices.get(path);
    if (device && answers.status < 300) {
      handed.push({
        path,
        headers: request.headers,
        notification: JSON.parse(decrypt(Buffer.concat(chunks), device)),
        claims: claimsOf(request.headers.authorization ?? ""),
      });
    }
    response.writeHead(answers.status, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    answers,
    handed: () => handed,
    /** makes a device as a browser would, with what it tells */
    device(): DeviceInput {
      const ecdh = createECDH("prime256v1");
      const auth = randomBytes(16);
      const path = `/send/${randomBytes(12).toString("base64url")}`;
      const p256dh = ecdh.generateKeys("base64url");
      devices.set(path, { ecdh, auth });
      return { endpoint: origin + path, keys: { p256dh, auth: auth.toString("base64url") } };
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Decrypts a message of one record (RFC 8188, keyed by RFC 8291). */
function decrypt(body: Buffer, { ecdh, auth }: { ecdh: ECDH; auth: Buffer }): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const record = body.subarray(21 + sender.length);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), sender]);
  const ikm = Buffer.from(hkdfSync("sha256", ecdh.computeSecret(sender), auth, info, 32));
  const derive = (purpose: string, length: number) =>
    Buffer.from(hkdfSync("sha256", ikm, salt, `Content-Encoding: ${purpose}\0`, length));
  const cipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  cipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}

/** Reads the identification of RFC 8292: "vapid t=TOKEN, k=KEY". */
function claimsOf(authorization: string): Handed["claims"] {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [header = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return isSigned ? JSON.parse(Buffer.from(claims, "base64url").toString()) : null;
}

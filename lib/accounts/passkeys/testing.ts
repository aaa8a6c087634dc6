import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type { RelyingParty } from "./relying-party.ts";
import type { EnrolmentAnswer, SignInAnswer } from "./schema.ts";

type Ways = { party: RelyingParty; challenge: string; verified?: boolean; counter?: number };

const text = (value: Buffer) => value.toString("base64url");
const sha256 = (value: string | Buffer) => createHash("sha256").update(value).digest();
const userPresent = 1;
const userVerified = 4;
const withCredential = 64;

/** An authenticator in software with one passkey (ES256), to answer a challenge rightly or wrongly. */
export class TestAuthenticator {
  readonly id = randomBytes(16);
  readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  private data({ party, verified = true, counter = 0 }: Ways, more = 0): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = userPresent | (verified ? userVerified : 0) | more;
    return Buffer.concat([sha256(party.id), Buffer.from([flags]), count]);
  }

  private answer(type: string, { party, challenge }: Ways) {
    const client = Buffer.from(JSON.stringify({ type, challenge, origin: party.origin }));
    const id = text(this.id);
    const shared = { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
    return { client, shared };
  }

  /** What it answers to an enrolment, without attestation. */
  enrol(ways: Ways): EnrolmentAnswer {
    const { client, shared } = this.answer("webauthn.create", ways);
    const { x = "", y = "" } = this.keys.publicKey.export({ format: "jwk" });
    // COSE: an EC2 key for ES256 on P-256, as CBOR.
    const cose = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y, "base64url"),
    ]);
    const length = Buffer.from([0, this.id.length]);
    const data = Buffer.concat([
      this.data(ways, withCredential),
      Buffer.alloc(16),
      length,
      this.id,
      cose,
    ]);
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": …}
    const head = Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex");
    const attestation = Buffer.concat([head, Buffer.from([data.length]), data]);
    return {
      ...shared,
      response: { clientDataJSON: text(client), attestationObject: text(attestation) },
    };
  }

  /** What it answers to a sign-in, for the person it knows by `userHandle`. */
  signIn(ways: Ways, userHandle: string): SignInAnswer {
    const { client, shared } = this.answer("webauthn.get", ways);
    const data = this.data(ways);
    const sign = createSign("sha256").update(Buffer.concat([data, sha256(client)]));
    return {
      ...shared,
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(sign.sign(this.keys.privateKey)),
        userHandle,
      },
    };
  }
}

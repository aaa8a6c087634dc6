import { describe, expect, test } from "vitest";
import { isPushEndpoint } from "./endpoints.ts";

process.env.AUTH_SECRET = "a secret that only tests use";
process.env.PUSH_ORIGINS = "https://push.home.arpa:8443/, http://127.0.0.1:9";

describe("the address of a push service", () => {
  test.each([
    "https://fcm.googleapis.com/fcm/send/abc:APA91b",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QGuQyavXutnMH",
    "https://db5p.notify.windows.com/w/?token=BQYAAA%3d%3d",
    "https://push.home.arpa:8443/up?id=1",
  ])("may be %s", (endpoint) => expect(isPushEndpoint(endpoint)).toBe(true));

  test.each([
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:8443/x",
    "https://user:secret@fcm.googleapis.com/x",
    "https://fcm.googleapis.com/x#y",
    "https://localhost/x",
    "https://intranet/x",
    "https://127.0.0.1/x",
    "https://0x7f000001/x",
    "https://2130706433/x",
    "https://8.8.8.8/x",
    "https://[::1]/x",
    "https://[2606:4700::1111]/x",
    "file:///etc/passwd",
    "not an address",
    "",
  ])("is not %s", (endpoint) => expect(isPushEndpoint(endpoint)).toBe(false));
});

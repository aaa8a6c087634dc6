import { expect, test } from "vitest";
import { issueToken, readToken } from "./tokens.ts";

const token = issueToken("access", { id: 7, tokens_not_before: 0 });

test("a token is read as it was issued", () => {
  expect(readToken(token, "access")).toMatchObject({ claims: { user_id: 7 } });
});

test.each(["=", "==", "!", " ", "\n", "%", "A", "\u00e9"])(
  "a token with %j behind its signature is refused",
  (more) => {
    expect(readToken(token + more, "access")).toHaveProperty("fault");
  },
);

test("a signature has one spelling", () => {
  // The last character of 32 bytes in base64url has two bits that say nothing.
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const at = digits.indexOf(token.at(-1) ?? "");
  const other = token.slice(0, -1) + digits[at ^ 1];
  expect(readToken(other, "access")).toHaveProperty("fault");
});

import { expect, test } from "vitest";
import { describeUserAgent } from "./user-agent.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/141.0.0.0 Safari/537.36`, "Chrome on Linux"],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0",
    "Firefox on macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet on Android",
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/141.0.0.0`, "Chrome on ChromeOS"],
  ["Mozilla/5.0 (X11; Linux x86_64) Something/1", "A browser on Linux"],
  ["curl/8.5.0", "curl"],
  ["", "An unknown device"],
  ["<script>alert(1)</script>", "An unknown device"],
])("%s", (agent, words) => {
  expect(describeUserAgent(agent).words).toBe(words);
});

test("tells phones, computers and programs apart", () => {
  expect(describeUserAgent("Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) Safari/604.1").kind).toBe(
    "phone",
  );
  expect(describeUserAgent("Mozilla/5.0 (Windows NT 10.0)").kind).toBe("computer");
  expect(describeUserAgent("python-requests/2.32").kind).toBe("program");
});

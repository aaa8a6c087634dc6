type Device = { kind: "phone" | "computer" | "program"; words: string };

// The first that fits counts: Edge and Opera also call themselves Chrome, and everything Safari.
const browsers = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|OPT|OPX)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const systems = [
  [/\biPhone\b/, "iPhone", "phone"],
  [/\biPad\b/, "iPad", "phone"],
  [/\bAndroid\b/, "Android", "phone"],
  [/\bWindows\b/, "Windows", "computer"],
  [/\bCrOS\b/, "ChromeOS", "computer"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS", "computer"],
  [/\bLinux\b|\bX11\b/, "Linux", "computer"],
] as const;

/** A browser's user agent in words: "Firefox on Linux". A guess, since browsers disguise themselves. */
export function describeUserAgent(agent: string): Device {
  const browser = browsers.find(([form]) => form.test(agent))?.[1];
  const [, system, kind] = systems.find(([form]) => form.test(agent)) ?? [];
  if (browser && system && kind) return { kind, words: `${browser} on ${system}` };
  if (kind) return { kind, words: `A browser on ${system}` };
  const program = /^[\w.-]{2,40}(?=\/|$)/.exec(agent)?.[0];
  return { kind: "program", words: browser ?? program ?? "An unknown device" };
}

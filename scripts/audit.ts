// npm run audit: fails on a known vulnerability of high severity in the production packages. Skipped where the
// registry has no audit endpoint.
import { run } from "./command.mjs";

const { output } = await run("npm", ["audit", "--omit=dev", "--json"], {
  quiet: true,
  timeoutMs: 120_000,
});

type Report = { vulnerabilities?: Record<string, { severity: string; via: unknown[] }> };

function parseReport(text: string): Report {
  try {
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    return {};
  }
}

const { vulnerabilities } = parseReport(output);
if (!vulnerabilities) {
  console.log("Skipped: this registry tells nothing of known vulnerabilities.");
} else {
  const severe = Object.entries(vulnerabilities).filter(([, { severity }]) =>
    ["high", "critical"].includes(severity),
  );
  for (const [name, { severity }] of severe) console.log(`${name}: ${severity}`);
  console.log(
    `${severe.length} packages with a grave vulnerability, of those that run in production.`,
  );
  if (severe.length > 0) process.exit(1);
}

// npm run audit: what is known against the packages that run in production. A registry that does not answer
// such questions is no finding.
import { run } from "./command.mjs";

const { output } = await run("npm", ["audit", "--omit=dev", "--json"], {
  quiet: true,
  timeout: 120_000,
});

type Report = { vulnerabilities?: Record<string, { severity: string; via: unknown[] }> };

function read(text: string): Report {
  try {
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    return {};
  }
}

const { vulnerabilities } = read(output);
if (!vulnerabilities) {
  console.log("Skipped: this registry tells nothing of known vulnerabilities.");
} else {
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) =>
    ["high", "critical"].includes(severity),
  );
  for (const [name, { severity }] of grave) console.log(`${name}: ${severity}`);
  console.log(
    `${grave.length} packages with a grave vulnerability, of those that run in production.`,
  );
  if (grave.length > 0) process.exit(1);
}

// npm run notices [-- --check]: writes THIRD-PARTY-NOTICES.md from the locked packages, or fails where it is outdated or a
// licence is not in the list of third-party-notices.ts.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { CliError } from "./cli-error.mjs";
import {
  isAllowed,
  type LockedPackage,
  nameOf,
  noticesOf,
  shippedPackages,
} from "./third-party-notices.ts";

const path = "THIRD-PARTY-NOTICES.md";
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const shipped = shippedPackages(packages);
const refused = shipped.filter(([, { license }]) => !isAllowed(license ?? ""));
if (refused.length > 0) {
  const names = refused.map(([folder, { license }]) => `${nameOf(folder)}: ${license ?? "none"}`);
  throw new CliError(`Licences that are not in the list:\n${names.join("\n")}`);
}
const notices = noticesOf(packages);
if (!process.argv.includes("--check")) writeFileSync(path, notices);
else if (!existsSync(path) || readFileSync(path, "utf8") !== notices) {
  throw new CliError(`${path} is not what the lock file says: run npm run notices.`);
}
console.log(`${shipped.length} packages, each with a licence of the list.`);

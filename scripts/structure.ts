// node scripts/structure.ts [ROOT]: says where the tree breaks its own rules, and exits 1 where it does.
import { checkStructure } from "./structure/check.ts";

const faults = checkStructure(process.argv[2] ?? ".");
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? "The structure holds." : `${faults.length} to mend.`);
process.exitCode = faults.length === 0 ? 0 : 1;

// Creates a database of people and postings, the same at every run: npm run bench:data -- PEOPLE EACH FIRST FILE,
// such as 9991 100 1000 bench.db for a million postings: 9,990 people with 100 each, and one with 1,000.
import { resolve } from "node:path";
import { fill } from "./fill.ts";

const [people = "100", each = "100", first = "1000", file = "bench.db"] = process.argv.slice(2);
const began = performance.now();
const size = { people: Number(people), first: Number(first), each: Number(each) };
await fill(resolve(file), size);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${size.first + (size.people - 1) * size.each} postings in ${file}, ${seconds} s`);

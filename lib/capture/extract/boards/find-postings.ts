import { words } from "../values/words.ts";
import { labelField } from "../visible/labels.ts";
import type { BoardTable, FieldPaths } from "./board-table.ts";
import { commonPaths, jobTitleKeys } from "./common-keys.ts";
import { boardTables } from "./tables.ts";
import { folded, foldKey, isNode, scalar, type TreeNode, titleAt, valuesAt } from "./tree.ts";

/** An object that is a posting, how its board is read, and the objects around it, the nearest first. */
export type FoundPosting = {
  node: TreeNode;
  table: BoardTable | undefined;
  paths: FieldPaths;
  around: TreeNode[];
};

const maxVisited = 200_000;
const maxDepth = 60;
/** The items of a list by which it is seen whether it holds postings. */
const maxProbed = 5;

/** Parts of a page's data that are about other postings than its own. */
const aside =
  /similar|related|recommend|suggest|alsoview|otherjobs|morejobs|otherpositions|peoplealso|promoted|facet|filters?$|filteroption|menu|navig|breadcrumb/;

/** The postings in a tree, at most `max`, in the order of the data. */
export function findPostings(root: unknown, max: number): FoundPosting[] {
  const found: FoundPosting[] = [];
  type Step = {
    value: unknown;
    depth: number;
    around: readonly TreeNode[];
    isAmongJobs: boolean;
  };
  const steps: Step[] = [{ value: root, depth: 0, around: [], isAmongJobs: false }];
  const isJobs = (list: readonly unknown[], around: readonly TreeNode[]) =>
    list.slice(0, maxProbed).some((each) => isNode(each) && postingOf(each, around, false));
  for (let visited = 0; visited < maxVisited && found.length < max; visited++) {
    const step = steps.pop();
    if (!step) break;
    const { value, depth, around, isAmongJobs } = step;
    if (depth > maxDepth) continue;
    if (Array.isArray(value)) {
      // What a list has a posting in has postings in it.
      const isOfJobs = isAmongJobs || isJobs(value, around);
      for (let at = Math.min(value.length, 5_000) - 1; at >= 0; at--)
        if (typeof value[at] === "object")
          steps.push({ value: value[at], depth: depth + 1, around, isAmongJobs: isOfJobs });
    } else if (isNode(value)) {
      const posting = postingOf(value, around, isAmongJobs);
      if (posting) {
        if (isOpen(value)) found.push(posting);
        continue;
      }
      const inside = [value, ...around.slice(0, 7)];
      const keys = Object.keys(value).slice(0, 5_000);
      for (const key of keys.reverse())
        if (typeof value[key] === "object" && !aside.test(foldKey(key)))
          steps.push({
            value: value[key],
            depth: depth + 1,
            around: inside,
            isAmongJobs: isAmongJobs || jobWords.test(key),
          });
    }
  }
  return found;
}

/** Postings that are not listed are a board's own affair. */
const isOpen = (node: TreeNode): boolean =>
  folded(node).get("islisted") !== false && folded(node).get("isinternal") !== true;

function postingOf(
  node: TreeNode,
  around: readonly TreeNode[],
  isAmongJobs: boolean,
): FoundPosting | undefined {
  const view = folded(node);
  const has = (key: string) => {
    const value = view.get(key);
    return value !== undefined && value !== null;
  };
  const table = boardTables.find(({ keys }) => keys.every(has));
  const paths = table ? { ...commonPaths, ...table } : commonPaths;
  const title = titleAt(node, paths.title);
  // A page's own words ("jobTitle": "Job title") are no posting.
  if (!title || labelField(title)) return undefined;
  if (!table && !looksLikePosting(node, around, isAmongJobs)) return undefined;
  takeItemLink(node, around);
  return { node, table, paths, around: [...around] };
}

/** What only a posting says of itself. */
const ownSigns: readonly (readonly string[])[] = [
  commonPaths.type.filter((key) => key !== "type"),
  [...commonPaths.mode, ...commonPaths.remote],
  [...commonPaths.pay, "salarymin", "minimumsalary", "minsalary", "ratemin"],
  ["applyurl", "applicationurl", "externalapplyurl", "applylink", "hostedurl", "joburl"],
  [
    "department",
    "departments",
    "departmentname",
    "jobfunction",
    "seniority",
    "reqid",
    "jobid",
    "requisitionid",
  ],
];
/** What one sign of is enough among jobs; a link of a menu has an address, too. */
const firmSigns = [...ownSigns, commonPaths.company, commonPaths.places];
/** What an event, a product or an article may say, too. */
const furtherSigns: readonly (readonly string[])[] = [
  commonPaths.company,
  [...commonPaths.places.map((path) => path.split("+")[0] ?? ""), "city", "region", "country"],
  commonPaths.closes,
  commonPaths.description,
  commonPaths.posted,
  commonPaths.address,
];

/** When a posting was put up; an event or an article has other words for its day. */
const postedKeys = commonPaths.posted.filter((key) => key.includes("post"));

/** Whether the address of an object leads into a site's jobs. */
const hasJobAddress = (node: TreeNode): boolean =>
  commonPaths.address.some((path) =>
    valuesAt(node, path).some((value) => typeof value === "string" && jobPath.test(value)),
  );

const jobPath =
  /\/(?:jobs?|careers?|vacanc(?:y|ies)|positions?|openings?|stellen\w{0,10}|emplois?|empleos?|vagas?)\//i;

const says = (node: TreeNode) => (paths: readonly string[]) =>
  paths.some((path) => valuesAt(node, path).some((value) => typeof value !== "boolean"));

const jobWords =
  /job|career|vacanc|posting|position|opening|requisition|stelle|emploi|offre|offer|opportunit/i;
/** Who writes of a job (a profile, a review) is no posting. */
const personKeys = ["firstname", "lastname", "fullname", "rating", "author", "headline"];

/** `isAmongJobs`: whether the list or an object around it says by its name that it holds jobs. */
function looksLikePosting(node: TreeNode, around: readonly TreeNode[], isAmongJobs: boolean) {
  const view = folded(node);
  const has = (key: string) => scalar(view.get(key)) !== undefined;
  if (personKeys.some(has)) return false;
  const own = ownSigns.filter(says(node)).length;
  const all = own + furtherSigns.filter(says(node)).length;
  if (jobTitleKeys.some(has)) return all >= 1;
  // "Position" is a résumé's word, too, but nobody publishes its entries on a day.
  const isPublished = (has("position") || has("role")) && says(node)(commonPaths.posted);
  if (!has("title")) return all >= 5 && (own >= 1 || isPublished);
  if (own >= 1 && all >= 3) return true;
  const isPlaced = [commonPaths.company, [...commonPaths.places, "city"]].every(says(node));
  if (isPlaced && (hasJobAddress(node) || [postedKeys, commonPaths.address].every(says(node))))
    return true;
  if (isAmongJobs && (all >= 2 || firmSigns.some(says(node)))) return true;
  // The whole answer may be one posting, without a name for it.
  if (around.length === 0) return all >= 4;
  // An item of a feed has a title, a link and a text: what it is, the feed says.
  const feed = around.find((outer) => folded(outer).has("item"));
  const title = feed && words(folded(feed).get("title"));
  return all >= 2 && Boolean(title && jobWords.test(title));
}

/** A feed's item repeats the title of the record in it, and alone has its link. */
function takeItemLink(node: TreeNode, around: readonly TreeNode[]): void {
  const [first, second] = around;
  const own = folded(node);
  // JSON:API has the links of a resource beside its attributes.
  if (first && folded(first).get("attributes") === node && !own.has("link"))
    own.set("link", valuesAt(first, "links.careersitejoburl")[0]);
  const title = titleAt(node, commonPaths.title);
  const item = [first, second].find(
    (outer) => outer && words(folded(outer).get("title")) === title,
  );
  if (item && !own.has("link")) own.set("link", folded(item).get("link"));
}

/** The rows that may be the posting with a number: by one of their own, or by their address. */
export function rowsWithId(rows: readonly FoundPosting[], id: string): FoundPosting[] {
  const wanted = id.toLowerCase();
  return rows.filter(({ node, paths }) =>
    [...paths.id, ...paths.address].some((path) =>
      valuesAt(node, path).some((value) => String(value).toLowerCase().includes(wanted)),
    ),
  );
}

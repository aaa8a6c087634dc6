/**
 * Where a board's data has what: paths of folded keys (tree.ts), the first that says something counts. A place path
 * joined by "+" takes all of its parts; a description takes all of its paths, one after the other.
 */
export type FieldPaths = {
  title: readonly string[];
  company: readonly string[];
  places: readonly string[];
  mode: readonly string[];
  remote: readonly string[];
  hybrid: readonly string[];
  type: readonly string[];
  pay: readonly string[];
  posted: readonly string[];
  closes: readonly string[];
  address: readonly string[];
  id: readonly string[];
  description: readonly string[];
  skills: readonly string[];
};

export type BoardTable = Partial<FieldPaths> & {
  /** the board as `appliedThrough` names it, or as it calls itself */
  board: string;
  /** folded keys that each of its postings has */
  keys: readonly string[];
  /** the posting's address, where the data does not give it: `{path}` is what stands there */
  addressFrom?: string;
  /** what the board's codes for remote and hybrid say */
  modeCodes?: Readonly<Record<string, "Remote" | "Hybrid" | "On-Site">>;
  /** a list of places is one place in parts */
  isOnePlace?: boolean;
};

import type { Reading, SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";
import { eachJobOnce } from "../same-job.ts";
import { jsonBlocks } from "./blocks.ts";
import { readJson } from "./json-text.ts";
import { microdataPostings, rdfaPostings } from "./markup-nodes.ts";
import { findPostings, type Node } from "./nodes.ts";
import { readingOfPosting } from "./posting.ts";
import { type Resolve, resolveBy } from "./resolve.ts";

/**
 * The postings that a page describes by schema.org `JobPosting`: in JSON-LD, in microdata and in RDFa, each a source of
 * its own, the most careful first.
 */
export function readSchemaOrg(page: Page): SourceResult[] {
  const ofPage = postingsOfValues(jsonBlocks(page), page.url);
  const resolve = resolveBy(new Map());
  const base = page.url;
  return [
    ofPage,
    sourceOf(microdataPostings(page.document), resolve, base),
    sourceOf(rdfaPostings(page.document), resolve, base),
  ];
}

/** The postings of a JSON-LD text that came without a page. */
export const readSchemaJson = (text: string, base: URL | null): SourceResult =>
  postingsOfValues([readJson(text)], base);

function postingsOfValues(values: readonly unknown[], base: URL | null): SourceResult {
  const { postings, named } = findPostings(values);
  return sourceOf(postings, resolveBy(named), base);
}

function sourceOf(nodes: readonly Node[], resolve: Resolve, base: URL | null): SourceResult {
  const all = nodes.map((node) => readingOfPosting(node, resolve, base)).filter(isPosting);
  const postings = eachJobOnce(all);
  return { postings, is_list: postings.length > 1 };
}

/** A posting has a title, or is described for a company; an empty object of that type is none. */
const isPosting = ({ posting_title, company_name, job_description }: Reading): boolean =>
  posting_title !== undefined || (company_name !== undefined && job_description !== undefined);

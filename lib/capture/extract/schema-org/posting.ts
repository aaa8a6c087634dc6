import type { CapturedField, CapturedValues, Found, Reading } from "../../posting.ts";
import { canonicalAddress } from "../values/address.ts";
import { companyName } from "../values/company.ts";
import { readDay } from "../values/day.ts";
import { employmentTypes } from "../values/employment-type.ts";
import { words } from "../values/words.ts";
import { descriptionOfPosting } from "./description.ts";
import { listOf, type Node } from "./nodes.ts";
import { estimatedPayOf, payOfPosting } from "./pay.ts";
import { placesOfPosting } from "./places.ts";
import type { Resolve } from "./resolve.ts";

/** What a `JobPosting` says, with relative links read from the page's address. */
export function readingOfPosting(posting: Node, resolve: Resolve, base: URL | null): Reading {
  const reading: Reading = {};
  const set = <Field extends CapturedField>(
    field: Field,
    value: CapturedValues[Field] | null | undefined,
    found: Partial<Found> = {},
  ) => {
    if (value === null || value === undefined) return;
    Object.assign(reading, {
      [field]: { value, source: "job_data", confidence: "sure", ...found },
    });
  };
  const first = (name: string) => {
    const [one] = listOf(posting.get(name));
    return wrapped(one, resolve);
  };
  set(
    "posting_title",
    textOf(posting.get("title"), resolve) ?? textOf(posting.get("name"), resolve),
  );
  set("company_name", companyOf(posting, resolve));
  const { locations, location_type } = placesOfPosting(posting, resolve);
  if (locations.length > 0) set("locations", locations);
  set("location_type", location_type);
  const types = employmentTypes(posting.get("employmenttype"));
  set("employment_type", types[0], types.length > 1 ? { choices: types } : {});
  const pay = payOfPosting(posting, resolve);
  set("pay", pay);
  if (!pay)
    set("pay", estimatedPayOf(posting, resolve), {
      confidence: "doubtful",
      why: "The page estimates this pay; the employer does not say it.",
    });
  set("posted_on", readDay(first("dateposted")));
  set("closes_on", readDay(first("validthrough")));
  set("posting_url_full", addressOf(posting, base));
  set("job_id", idOf(posting, resolve));
  set("job_description", descriptionOfPosting(posting, base));
  set("technology_string", skillsOf(posting, resolve));
  return reading;
}

/** A value itself, or the one that an object wraps: `{"@value": "2026-01-31"}`. */
function wrapped(value: unknown, resolve: Resolve): unknown {
  const node = resolve(value);
  return node ? listOf(node.get("value"))[0] : value;
}

function textOf(value: unknown, resolve: Resolve): string | null {
  const [first] = listOf(value);
  return words(wrapped(first, resolve));
}

function companyOf(posting: Node, resolve: Resolve): string | null {
  for (const each of listOf(posting.get("hiringorganization"))) {
    const node = resolve(each);
    const names = node ? [node.get("name"), node.get("legalname")] : [each];
    for (const name of names.flatMap(listOf)) {
      const company = companyName(resolve(name)?.get("value") ?? name);
      if (company) return company;
    }
  }
  return null;
}

/** The posting's own page; a bare host is the company's. */
function addressOf(posting: Node, base: URL | null): string | null {
  const [first] = listOf(posting.get("url"));
  const address = canonicalAddress(first, base);
  if (!address) return null;
  const { pathname, search, hash } = new URL(address);
  return pathname.length > 1 || search || hash ? address : null;
}

function idOf(posting: Node, resolve: Resolve): string | null {
  for (const each of listOf(posting.get("identifier"))) {
    const node = resolve(each);
    const id = words(node ? node.get("value") : each);
    if (id && id.length <= 100 && !/\s.*\s/.test(id)) return id;
  }
  return null;
}

const maxSkill = 60;

/** Named skills, where they are a list of short names and not sentences. */
function skillsOf(posting: Node, resolve: Resolve): string | null {
  const said = listOf(posting.get("skills")).map((each) =>
    words(resolve(each)?.get("name") ?? each),
  );
  const names = said.flatMap(
    (each) => each?.split(/[,;•|]/).flatMap((name) => name.trim() || []) ?? [],
  );
  const isList = names.length > 1 && names.every((name) => name.length <= maxSkill);
  return isList ? [...new Set(names)].slice(0, 30).join(", ") : null;
}

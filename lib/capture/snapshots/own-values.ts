import { readPay } from "../../reports/pay/read.ts";
import { type ToldField, toldFields, toldOf } from "./changes.ts";
import type { SnapshotFields } from "./fields.ts";

const labels: Record<ToldField, string> = {
  posting_title: "Title",
  company_name: "Company",
  hiring_company: "Hiring company",
  pay: "Pay",
  locations: "Place",
  location_type: "Remote or on site",
  employment_type: "Employment",
  closes_on: "Closes",
};

/** A value that is otherwise in two of them, in words. */
export type ValueDifference = { field: string; label: string; before: string; after: string };

/** What the values of two snapshots say otherwise; what either does not say is left out where both are silent. */
export const valueDifferences = (
  before: SnapshotFields,
  after: SnapshotFields,
): ValueDifference[] => differences(toldOf(before), toldOf(after), (was, is) => was === is);

type Own = {
  posting_title: string;
  company_name: string;
  hiring_company: string;
  pay_range: string;
  location_city: string;
  location_type: string;
  employment_type: string;
  deadline: string | null;
};

/** What a person's posting says otherwise than a snapshot of it; what they did not fill in is no difference. */
export function ownDifferences(fields: SnapshotFields, own: Own): ValueDifference[] {
  const after = {
    ...own,
    pay: own.pay_range,
    locations: own.location_city,
    closes_on: own.deadline ?? "",
  };
  return differences(toldOf(fields), after, isSameForPeople).filter(
    ({ before, after }) => before && after,
  );
}

function differences(
  before: Record<ToldField, string>,
  after: Record<ToldField, string>,
  isSame: (was: string, is: string, field: ToldField) => boolean,
): ValueDifference[] {
  return toldFields.flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    return isSame(was, is, field) ? [] : [{ field, label: labels[field], before: was, after: is }];
  });
}

// "Lisbon" of "Lisbon, Portugal", and "€70k" for "€70,000 a year", say the same.
function isSameForPeople(was: string, is: string, field: ToldField): boolean {
  const [a, b] = [was.trim().toLowerCase(), is.trim().toLowerCase()];
  if (a === b) return true;
  if (field === "locations") return a.includes(b) || b.includes(a);
  if (field !== "pay") return false;
  const [pay, other] = [readPay(was), readPay(is)];
  return pay !== null && JSON.stringify(pay) === JSON.stringify(other);
}

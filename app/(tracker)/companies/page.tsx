import type { Metadata } from "next";
import { CompanyList } from "@/components/companies/company-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countCompanies, listCompanies } from "@/lib/companies/list.ts";
import { companyFilter } from "@/lib/companies/schema.ts";
import { companiesPerPage } from "@/lib/companies/values.ts";
import { listTags, withoutUnknownTags } from "@/lib/tags/queries.ts";

export const metadata: Metadata = { title: "Companies" };

export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const actor = await requireActor();
  const filter = await withoutUnknownTags(actor, companyFilter.parse(await searchParams));
  const { page, ...which } = filter;
  const offset = (page - 1) * companiesPerPage;
  const [rows, total, tags] = await Promise.all([
    listCompanies(actor, { limit: companiesPerPage, offset, ...which }),
    countCompanies(actor, which),
    listTags(actor),
  ]);
  return <CompanyList {...{ rows, total, filter, tags }} zone={actor.time_zone} />;
}

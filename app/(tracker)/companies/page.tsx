import type { Metadata } from "next";
import { CompanyList } from "@/components/companies/company-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countCompanies, listCompanies } from "@/lib/companies/list.ts";
import { companyFilter } from "@/lib/companies/schema.ts";
import { companiesPerPage } from "@/lib/companies/values.ts";

export const metadata: Metadata = { title: "Companies" };

export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const actor = await requireActor();
  const { q, page } = companyFilter.parse(await searchParams);
  const offset = (page - 1) * companiesPerPage;
  const [rows, total] = await Promise.all([
    listCompanies(actor, { limit: companiesPerPage, offset, q }),
    countCompanies(actor, q),
  ]);
  return <CompanyList {...{ rows, total, q, page }} zone={actor.time_zone} />;
}

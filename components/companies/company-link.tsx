import { Link } from "@/components/ui/link.tsx";
import { companyPath } from "@/lib/companies/values.ts";
import { companyIdentity } from "@/lib/matching/company.ts";

/** A company's name, which leads to its page; one that names no company is only said. */
export function CompanyLink({ name }: { name: string }) {
  if (companyIdentity(name) === "") return name;
  return <Link href={companyPath(name)}>{name}</Link>;
}

import { Empty } from "@/components/ui/empty.tsx";
import { buildingIcon } from "@/components/ui/icons.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** What a company's page says where the person has nothing of it. */
export function UnknownCompany({ name }: { name: string }) {
  return (
    <Empty
      icon={buildingIcon}
      title="Nothing here yet"
      next={[pathWithQuery("/add", { company: name }), "Add a posting"]}
      others={[["/companies", "All companies"]]}
    >
      Postings, opportunities and people of {name} appear here, whatever the spelling.
    </Empty>
  );
}

import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import type { countedTags } from "@/lib/tags/queries.ts";
import { TagSettingsRow } from "./tag-settings-row.tsx";

/** The person's tags, each with what has it; renamed, given another colour and deleted here. */
export function TagsCard({ tags }: { tags: Awaited<ReturnType<typeof countedTags>> }) {
  return (
    <Card labelledBy="tags">
      <CardHeader id="tags" title="Your tags" note={tags.length || undefined} />
      {tags.length === 0 ? (
        <CardBody>
          <p className="row-list__note">
            None yet. A tag is a word of your own for postings, opportunities, contacts and
            companies: “dream”, “maybe later”, “remote first”. Lists can be narrowed to it.
          </p>
        </CardBody>
      ) : (
        <ul>
          {tags.map((tag) => (
            <TagSettingsRow key={tag.id} tag={tag} />
          ))}
        </ul>
      )}
    </Card>
  );
}

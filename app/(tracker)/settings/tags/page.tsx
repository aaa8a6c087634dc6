import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { TagForm } from "@/components/tags/tag-form.tsx";
import { TagsCard } from "@/components/tags/tags-card.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countedTags } from "@/lib/tags/queries.ts";

export const metadata: Metadata = { title: "Tags" };

export default async function TagsPage() {
  const tags = await countedTags(await requireActor());
  return (
    <>
      <SettingsHeader current="Tags" />
      <div className="settings-cards">
        <TagsCard tags={tags} />
        <Card labelledBy="new-tag">
          <CardHeader id="new-tag" title="A new tag" />
          <CardBody className="card__body--form">
            {/* Another number of tags is another form, with nothing in it. */}
            <TagForm key={tags.length} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

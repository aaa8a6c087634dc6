import type { Metadata } from "next";
import { FollowUpForm } from "@/components/follow-ups/follow-up-form.tsx";
import { getFollowUp } from "@/lib/follow-ups/queries.ts";
import { rowReader } from "@/lib/route-params.ts";

type Props = PageProps<"/follow-ups/[id]/edit">;

const read = rowReader(getFollowUp);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, row] = await read((await params).id);
  return { title: `Edit ${row.what}` };
}

export default async function EditFollowUpPage({ params }: Props) {
  const [actor, row] = await read((await params).id);
  return <FollowUpForm row={row} zone={actor.time_zone} />;
}

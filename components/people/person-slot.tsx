import { DraftOwner } from "@/components/forms/draft-owner.tsx";
import { currentActor } from "@/lib/auth/current.ts";
import { getProfile } from "@/lib/users/queries.ts";
import { SignOut } from "./sign-out.tsx";

/** Who is signed in, and the way out. Wrap it in Suspense: it waits for the session. */
export async function PersonSlot() {
  const actor = await currentActor();
  if (!actor) return null;
  const { first_name, last_name, username } = await getProfile(actor);
  return (
    <>
      <DraftOwner id={actor.user_id} />
      <SignOut name={`${first_name} ${last_name}`.trim() || username} />
    </>
  );
}

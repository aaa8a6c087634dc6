import { DraftOwner } from "@/components/forms/draft-owner.tsx";
import { SignOut } from "../sign-in/sign-out.tsx";

export type PersonProps = { id: number; name: string };

/** Who is signed in, and the way out. */
export function Person({ id, name }: PersonProps) {
  return (
    <>
      <DraftOwner id={id} />
      <SignOut name={name} />
    </>
  );
}

import { redirect } from "next/navigation";
import { Welcome } from "@/components/people/welcome.tsx";
import { currentActor } from "@/lib/auth/current.ts";
import { signUpState } from "@/lib/users/queries.ts";

/** Tells strangers what this is; whoever is signed in goes on to today. */
export default async function WelcomePage() {
  if (await currentActor()) redirect("/dashboard");
  return <Welcome signUp={await signUpState()} />;
}

import { redirect } from "next/navigation";
import { Welcome } from "@/components/accounts/sign-in/welcome.tsx";
import { currentActor } from "@/lib/accounts/auth/current.ts";
import { signUpState } from "@/lib/accounts/users/queries.ts";

/** The landing page; a signed-in person is redirected to the dashboard. */
export default async function WelcomePage() {
  if (await currentActor()) redirect("/dashboard");
  return <Welcome signUp={await signUpState()} />;
}

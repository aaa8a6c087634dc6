import { z } from "zod";
import { normalizeUsername } from "../../unicode.ts";
import { isEmail } from "../users/schema.ts";
import { userLimits } from "../users/values.ts";
import type { ProviderId } from "./values.ts";

const text = z.string().trim().catch("");

// GitHub says `login` and `name`, OpenID Connect the others.
const Profile = z.object({
  email: text,
  email_verified: z.union([z.boolean(), z.literal("true").transform(() => true)]).catch(false),
  preferred_username: text,
  login: text,
  name: text,
  given_name: text,
  family_name: text,
});

/** Somebody who comes from a provider. `email` is "" unless the provider says that it is theirs. */
export type ProviderProfile = {
  provider: ProviderId;
  /** the provider's own id of the person, which never changes */
  subject: string;
  email: string;
  username: string;
  first_name: string;
  last_name: string;
};

/** The valid claims of a provider about a person. */
export function parseProviderProfile(
  provider: ProviderId,
  subject: string,
  profile: unknown,
): ProviderProfile {
  const said = Profile.parse(profile ?? {});
  const [first = "", ...rest] = said.name.split(/\s+/);
  const fits = said.email_verified && isEmail(said.email) && said.email.length <= userLimits.email;
  const name = said.preferred_username || said.login || said.email.split("@")[0] || "";
  return {
    provider,
    subject,
    email: fits ? said.email : "",
    username:
      normalizeUsername(name.slice(0, 1_000))
        .replace(/[^\p{L}\p{N}_.@+-]/gu, "")
        .slice(0, 100) || "person",
    first_name: (said.given_name || first).slice(0, userLimits.first_name),
    last_name: (said.family_name || rest.join(" ")).slice(0, userLimits.last_name),
  };
}

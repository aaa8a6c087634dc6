import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { Card, CardBody, CardHeader, DescriptionList } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { env } from "@/lib/env.ts";
import { license, version } from "@/lib/runtime/version.ts";

export const metadata: Metadata = { title: "About" };

/** Which release this is, under which licence, and where its source is, as the AGPL (section 13) asks to tell. */
export default async function AboutPage() {
  await requireActor();
  const { SOURCE_URL } = env();
  const source = SOURCE_URL ? (
    <a href={SOURCE_URL}>{SOURCE_URL.replace(/^https?:\/\//, "")}</a>
  ) : (
    "Ask whoever runs this Foothold for it: you have a right to it."
  );
  return (
    <>
      <SettingsHeader current="About" />
      <div className="settings-cards">
        <Card labelledBy="about">
          <CardHeader id="about" title="About Foothold" />
          <CardBody>
            <DescriptionList
              items={[
                ["Version", version],
                ["Licence", license],
                ["Source", source],
                [
                  "For programs",
                  <Link key="api" href="/api/docs">
                    The API
                  </Link>,
                ],
              ]}
            />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { Bookmarklet } from "@/components/browser/bookmarklet.tsx";
import { bookmarkletCode } from "@/components/browser/bookmarklet-code.ts";
import { BrowserPairing } from "@/components/browser/browser-pairing.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";

export const metadata: Metadata = { title: "Browser" };

export default async function BrowserPage() {
  await requireActor();
  return (
    <>
      <SettingsHeader current="Browser" />
      <div className="settings-cards">
        <Card labelledBy="extension">
          <CardHeader
            id="extension"
            title="Connect this browser"
            action={
              <Link href="/settings/tokens" className="link">
                Connected browsers
              </Link>
            }
          />
          <CardBody className="token-making">
            <p>
              With the extension, one press on its icon shows what Foothold reads from the page in
              front of you, and saves it. It reads a page only when you press.
            </p>
            <BrowserPairing />
          </CardBody>
        </Card>
        <Card labelledBy="bookmarklet">
          <CardHeader id="bookmarklet" title="Save with a bookmark" />
          <CardBody className="token-making">
            <p>
              Works in any browser, with nothing to install. On the page of a posting, press the
              bookmark: Foothold opens with what the page shows.
            </p>
            <Bookmarklet code={bookmarkletCode} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

import { encodeQR } from "qr";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { cancelFactor } from "@/lib/accounts/second-factor/actions.ts";
import { ConfirmFactor, RenewCodes, StartFactor, TurnOffFactor } from "./factor-forms.tsx";
import { NewCodes } from "./recovery-codes.tsx";

/** The state of the second factor, as its card shows it. */
type ShownFactor =
  | { state: "off" }
  | { state: "started"; secret: string; uri: string }
  | { state: "on"; confirmed_at: string; codes_left: number };

type Props = { factor: ShownFactor; hasPassword: boolean };

/** The authenticator app: off, half set up, or on with its recovery codes. */
export function FactorCard({ factor, hasPassword }: Props) {
  return (
    <Card labelledBy="factor">
      <CardHeader
        id="factor"
        title="Second factor"
        action={
          (factor.state === "off" && <StartFactor hasPassword={hasPassword} />) ||
          (factor.state === "started" && <Cancel />)
        }
      />
      <CardBody className="security-card">
        <NewCodes>
          {factor.state === "off" && (
            <p className="row-list__note">
              With an authenticator app, your password alone is not enough: signing in asks for a
              code too. Programs need one as well, or a personal token.
            </p>
          )}
          {factor.state === "started" && <Started secret={factor.secret} uri={factor.uri} />}
          {factor.state === "on" && <On {...factor} hasPassword={hasPassword} />}
        </NewCodes>
      </CardBody>
    </Card>
  );
}

function Cancel() {
  return (
    <ButtonForm action={cancelFactor}>
      <SubmitButton size="s">Cancel</SubmitButton>
    </ButtonForm>
  );
}

function Started({ secret, uri }: { secret: string; uri: string }) {
  return (
    <>
      <p>Scan this with the app, or type the key into it. Then enter the first code it shows.</p>
      <div className="factor-key">
        <QrCode text={uri} label="QR code with the key for your app" />
        <div>
          <p className="label">Key</p>
          <code className="factor-key__text">{secret.match(/.{1,4}/g)?.join(" ")}</code>
        </div>
      </div>
      <ConfirmFactor />
    </>
  );
}

type OnProps = { confirmed_at: string; codes_left: number; hasPassword: boolean };

function On({ confirmed_at, codes_left, hasPassword }: OnProps) {
  return (
    <>
      <p>
        Turned on <DateText iso={confirmed_at} />. {leftWords(codes_left)}
      </p>
      {codes_left < 3 && (
        <Notice tone="warning">
          Make new recovery codes, so that you get in when the app is lost.
        </Notice>
      )}
      <div className="security-card__ways">
        <RenewCodes hasPassword={hasPassword} />
        <TurnOffFactor hasPassword={hasPassword} />
      </div>
    </>
  );
}

function leftWords(left: number): string {
  if (left === 0) return "No recovery code is left.";
  return left === 1 ? "1 recovery code is left." : `${left} recovery codes are left.`;
}

/** A QR code, drawn here: its text reaches nobody else. Dark on light in every theme, since cameras need that. */
function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, "raw", { border: 4 });
  const squares = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg className="qr-code" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img">
      <title>{label}</title>
      <rect width="100%" height="100%" fill="white" />
      <path d={squares.join("")} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}

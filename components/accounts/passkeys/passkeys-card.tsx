import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { fingerprintIcon } from "@/components/ui/icons.ts";
import { DateText } from "@/components/ui/time.tsx";
import type { listPasskeys } from "@/lib/accounts/auth/sign-in-methods.ts";
import { removePasskey } from "@/lib/accounts/passkeys/actions.ts";
import { CardRow, LastUsed, type Listed } from "../card-row.tsx";
import { ProvenDialog } from "../second-factor/proven-dialog.tsx";
import { AddPasskey } from "./add-passkey.tsx";

type Passkey = Listed<typeof listPasskeys>;

type Props = {
  passkeys: Passkey[];
  /** whether browsers can use passkeys at this address */
  possible: boolean;
  hasPassword: boolean;
};

/** The person's passkeys, with a button to remove each. */
export function PasskeysCard({ passkeys, possible, hasPassword }: Props) {
  return (
    <Card labelledBy="passkeys">
      <CardHeader
        id="passkeys"
        title="Passkeys"
        action={possible && <AddPasskey hasPassword={hasPassword} />}
      />
      {passkeys.length === 0 && (
        <CardBody>
          <p className="row-list__note">
            {possible
              ? "None yet. A passkey signs you in with your fingerprint, face or PIN, without a password, and cannot be given away by mistake."
              : "Browsers use passkeys only at an address that begins with https, or at localhost. Whoever runs this Foothold can set that up."}
          </p>
        </CardBody>
      )}
      <ul>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} hasPassword={hasPassword} />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = { passkey: Passkey; hasPassword: boolean };

function PasskeyRow({ passkey, hasPassword }: RowProps) {
  const { id, name, backed_up, created_at, last_used_at } = passkey;
  const tag = backed_up ? "on all your devices" : undefined;
  const note = (
    <>
      <LastUsed at={last_used_at} />, added <DateText iso={created_at} />
    </>
  );
  return (
    <CardRow icon={fingerprintIcon} name={name} tag={tag} note={note}>
      <ProvenDialog
        formKey="passkey-removal"
        label={
          <>
            Remove<span className="sr-only"> {name}</span>
          </>
        }
        title={`Remove ${name}?`}
        action={removePasskey}
        submit="Remove it"
        danger
        size="s"
        hasPassword={hasPassword}
        fields={<input type="hidden" name="id" value={id} />}
      >
        <p>
          It will no longer open your account. Your device may still list it; you can delete it
          there.
        </p>
      </ProvenDialog>
    </CardRow>
  );
}

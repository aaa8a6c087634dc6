import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { fingerprintIcon } from "@/components/ui/icons.ts";
import { DateText, RelativeTime } from "@/components/ui/time.tsx";
import { removePasskey } from "@/lib/accounts/passkeys/actions.ts";
import { ProvenDialog } from "../second-factor/proven-dialog.tsx";
import { AddPasskey } from "./add-passkey.tsx";

export type ShownPasskey = {
  id: string;
  name: string;
  /** synced to the person's other devices by its provider */
  backed_up: boolean;
  /** with the person's offset */
  created_at: string;
  last_used_at: string | null;
};

type Props = {
  passkeys: ShownPasskey[];
  /** whether browsers can use passkeys at this address */
  possible: boolean;
  hasPassword: boolean;
};

/** The person's passkeys, and the ends of them. */
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

type RowProps = { passkey: ShownPasskey; hasPassword: boolean };

function PasskeyRow({ passkey, hasPassword }: RowProps) {
  const { id, name, backed_up, created_at, last_used_at } = passkey;
  return (
    <li className="row-list__row">
      <Icon of={fingerprintIcon} />
      <div>
        <p className="row-list__name">
          {name}
          {backed_up && <span className="tag">on all your devices</span>}
        </p>
        <p className="row-list__note">
          {last_used_at ? (
            <>
              Last used <RelativeTime iso={last_used_at} />
            </>
          ) : (
            "Never used"
          )}
          , added <DateText iso={created_at} />
        </p>
      </div>
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
        variant="danger"
        size="s"
        hasPassword={hasPassword}
        fields={<input type="hidden" name="id" value={id} />}
      >
        <p>
          It opens your account no more. Your device may still list it; you can delete it there.
        </p>
      </ProvenDialog>
    </li>
  );
}

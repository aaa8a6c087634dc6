import { CardRow } from "@/components/accounts/card-row.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { ReminderFields } from "@/components/reminders/reminder-fields.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { bellIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { dropDevice } from "@/lib/push/actions.ts";
import type { Device } from "@/lib/push/devices.ts";
import { saveReminders } from "@/lib/reminders/actions.ts";
import type { getReminders } from "@/lib/reminders/settings.ts";
import { PushSwitch } from "./push-switch.tsx";

type Props = {
  reminders: Awaited<ReturnType<typeof getReminders>>;
  publicKey: string;
  devices: Device[];
  /** the device of this browser's session */
  current: number | null;
};

/** Which reminders the person gets as notifications, and on which devices. */
export function PushCard({ reminders, publicKey, devices, current }: Props) {
  return (
    <Card labelledBy="notifications">
      <CardHeader id="notifications" title="On your devices" />
      <CardBody className="card__body--form">
        <PushSwitch publicKey={publicKey} isKnown={current !== null} />
        <ActionForm
          formKey="push reminders"
          action={saveReminders}
          submit="Save"
          refusal="Your notifications haven’t changed"
          noDraft
        >
          <ReminderFields
            names={["push_digest_hour", "push_interview_minutes"]}
            reminders={reminders}
            help="Only where there is something. They come on every device that is on."
          />
        </ActionForm>
      </CardBody>
      {devices.length > 0 && (
        <ul>
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} isCurrent={device.id === current} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function DeviceRow({ device, isCurrent }: { device: Device; isCurrent: boolean }) {
  const { id, name, created_at, last_sent_at } = device;
  const note = (
    <>
      On since <DateText iso={created_at} />
      {last_sent_at && (
        <>
          , last told <DateText iso={last_sent_at} />
        </>
      )}
    </>
  );
  return (
    <CardRow icon={bellIcon} name={name} tag={isCurrent ? "this device" : undefined} note={note}>
      {!isCurrent && (
        <ButtonForm action={dropDevice}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton size="s">
            Remove<span className="sr-only"> {name}</span>
          </SubmitButton>
        </ButtonForm>
      )}
    </CardRow>
  );
}

import { ActionForm } from "@/components/forms/action-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { saveReminders } from "@/lib/reminders/actions.ts";
import type { getReminders } from "@/lib/reminders/settings.ts";
import { ReminderFields, reminderLabels } from "./reminder-fields.tsx";

type Props = { reminders: Awaited<ReturnType<typeof getReminders>> };

/** Which reminders the person gets by mail. */
export function RemindersCard({ reminders }: Props) {
  const { available, reason } = reminders;
  return (
    <Card labelledBy="reminders">
      <CardHeader id="reminders" title="By mail" />
      <CardBody className="card__body--form">
        {!available && <p className="row-list__note">{reason} Until then nothing is sent.</p>}
        <ActionForm
          formKey="reminders"
          action={saveReminders}
          submit="Save"
          refusal="Your reminders haven’t changed"
          labels={reminderLabels}
          noDraft
        >
          <ReminderFields
            names={["digest_hour", "interview_minutes"]}
            reminders={reminders}
            help="Only where there is something. One click in the mail ends it."
          />
        </ActionForm>
      </CardBody>
    </Card>
  );
}

import { ActionForm } from "@/components/forms/action-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { saveReminders } from "@/lib/reminders/actions.ts";
import type { getReminders } from "@/lib/reminders/settings.ts";

const labels = { digest_hour: "What is due, each day", interview_minutes: "Before an interview" };

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `At ${String(hour).padStart(2, "0")}:00`,
}));

const leads = [
  { value: "30", label: "Half an hour before" },
  { value: "60", label: "An hour before" },
  { value: "180", label: "Three hours before" },
  { value: "1440", label: "A day before" },
];

type Props = { reminders: Awaited<ReturnType<typeof getReminders>> };

/** Which reminders the person gets by mail. */
export function RemindersCard({ reminders }: Props) {
  const { digest_hour, interview_minutes, available, reason } = reminders;
  return (
    <Card labelledBy="reminders">
      <CardHeader id="reminders" title="By mail" />
      <CardBody>
        {!available && <p className="row-list__note">{reason} Until then nothing is sent.</p>}
        <ActionForm
          formKey="reminders"
          action={saveReminders}
          submit="Save"
          refusal="Your reminders haven’t changed"
          labels={labels}
          noDraft
        >
          <SelectField
            name="digest_hour"
            label={labels.digest_hour}
            help="Only where there is something. One click in the mail ends it."
            options={hours}
            empty="Never"
            defaultValue={String(digest_hour ?? "")}
          />
          <SelectField
            name="interview_minutes"
            label={labels.interview_minutes}
            options={leads}
            empty="Never"
            defaultValue={String(interview_minutes ?? "")}
          />
        </ActionForm>
      </CardBody>
    </Card>
  );
}

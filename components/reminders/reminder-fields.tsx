import { SelectField } from "@/components/forms/select-field.tsx";

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

/** What each reminder is called, for the summary of a form's faults too. */
export const reminderLabels = {
  digest_hour: "What is due, each day",
  interview_minutes: "Before an interview",
  push_digest_hour: "What is due, each day",
  push_interview_minutes: "Before an interview",
};

type Name = keyof typeof reminderLabels;

type Props = {
  /** the fields of the daily digest and of the reminder before an interview */
  names: readonly [digest: Name, interview: Name];
  reminders: Record<Name, number | null>;
  help: string;
};

/** When a person wants to be reminded: none until they choose. */
export function ReminderFields({ names: [digest, interview], reminders, help }: Props) {
  return (
    <>
      <SelectField
        name={digest}
        label={reminderLabels[digest]}
        help={help}
        options={hours}
        empty="Never"
        defaultValue={String(reminders[digest] ?? "")}
      />
      <SelectField
        name={interview}
        label={reminderLabels[interview]}
        options={leads}
        empty="Never"
        defaultValue={String(reminders[interview] ?? "")}
      />
    </>
  );
}

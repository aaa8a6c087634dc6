import { SecretForm } from "@/components/accounts/secret-form.tsx";
import { CheckField } from "@/components/forms/check-field.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { makeFeed } from "@/lib/calendar/actions.ts";
import { feedLimits } from "@/lib/calendar/values.ts";

const labels = {
  name: "Name",
  interviews: "What it holds",
  alarm_minutes: "Reminder before an interview",
  current_password: "Your password",
};

const alarms = [
  { value: "", label: "None" },
  { value: "10", label: "10 minutes" },
  { value: "30", label: "30 minutes" },
  { value: "60", label: "An hour" },
  { value: "1440", label: "A day" },
];

/** Makes a calendar address, after the password, and shows it this once. */
export function FeedForm({ hasPassword }: { hasPassword: boolean }) {
  return (
    <SecretForm
      formKey="calendar feed"
      make={makeFeed}
      made={{ title: "Your calendar address is made", label: "Your new address" }}
      submit="Make an address"
      refusal="There is no address yet"
      labels={labels}
      fresh
    >
      <TextField
        name="name"
        label={labels.name}
        help="Which calendar reads it, so that you know which one to remove."
        limit={feedLimits.name}
        autoComplete="off"
        required
      />
      <fieldset className="token-scopes">
        <legend className="label">{labels.interviews}</legend>
        <CheckField name="interviews" label="Interviews" defaultChecked />
        <CheckField name="follow_ups" label="Follow-ups" defaultChecked />
        <CheckField name="deadlines" label="Deadlines" defaultChecked />
      </fieldset>
      <SelectField
        name="alarm_minutes"
        label={labels.alarm_minutes}
        options={alarms}
        defaultValue="30"
      />
      {hasPassword && (
        <PasswordField
          name="current_password"
          label={labels.current_password}
          help="Whoever has the address can read what it holds, also after you sign out."
          autoComplete="current-password"
        />
      )}
    </SecretForm>
  );
}

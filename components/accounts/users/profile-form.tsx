import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextArea, TextField } from "@/components/forms/text-field.tsx";
import { saveProfile } from "@/lib/accounts/users/actions.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { EmailField } from "./email-field.tsx";

const labels = {
  username: "User name",
  email: "E-mail",
  current_password: "Your password",
  first_name: "First name",
  last_name: "Last name",
  bio: "About you",
  user_greeting: "Greeting",
  time_zone: "Time zone",
  dashboard_first_date: "First date",
  dashboard_second_date: "Second date",
};

type Name = Exclude<keyof typeof labels, "current_password">;

type Props = {
  /** the two dates as `YYYY-MM-DD` in the person's zone */
  profile: Record<Name, string>;
  zones: { value: string; label: string }[];
  serverZone: string;
  /** when the address was verified, in words */
  proved?: string;
  /** whether a new address asks for the password; who has none proves it by a young sign-in */
  asksPassword: boolean;
};

/** Everything about a person that they may change, but for colours and password. */
export function ProfileForm({ profile, zones, serverZone, proved, asksPassword }: Props) {
  const field = (name: Name) => ({ name, label: labels[name], defaultValue: profile[name] });
  return (
    <ActionForm
      formKey="profile"
      action={saveProfile}
      submit="Save"
      labels={labels}
      hashes={initialHashes(profile)}
    >
      <FieldGrid title="You">
        <TextField {...field("first_name")} autoComplete="given-name" />
        <TextField {...field("last_name")} autoComplete="family-name" />
        <EmailField
          label={labels.email}
          passwordLabel={labels.current_password}
          email={profile.email}
          {...{ proved, asksPassword }}
        />
        <TextField
          {...field("username")}
          help="What you sign in with."
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextArea {...field("bio")} rows={3} />
      </FieldGrid>
      <FieldGrid title="Today">
        <TextField
          {...field("user_greeting")}
          help="What Today says to you. Leave it empty for a greeting by the time of day."
        />
        <SelectField
          {...field("time_zone")}
          options={zones}
          empty={`As this server: ${serverZone}`}
          help="Where your days begin and end."
        />
      </FieldGrid>
      <FieldGrid
        title="Two dates"
        note="Today compares your applications since the first, between the two, and since the second."
      >
        <DateTimeField {...field("dashboard_first_date")} day />
        <DateTimeField {...field("dashboard_second_date")} day />
      </FieldGrid>
    </ActionForm>
  );
}

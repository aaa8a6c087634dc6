import { ActionForm } from "@/components/forms/action-form.tsx";
import { BeganWith } from "@/components/forms/began-with.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextArea } from "@/components/forms/text-area.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { marksOf } from "@/lib/changed.ts";
import { saveProfile } from "@/lib/users/actions.ts";

const labels = {
  username: "User name",
  email: "E-mail",
  first_name: "First name",
  last_name: "Last name",
  bio: "About you",
  user_greeting: "Greeting",
  time_zone: "Time zone",
  dashboard_first_date: "First date",
  dashboard_second_date: "Second date",
};

type Name = keyof typeof labels;

type Props = {
  /** the two dates as `YYYY-MM-DD` in the person's zone */
  profile: Record<Name, string>;
  zones: { value: string; label: string }[];
  serverZone: string;
};

/** Everything about a person that they may change, but for colours and password. */
export function ProfileForm({ profile, zones, serverZone }: Props) {
  const field = (name: Name) => ({ name, label: labels[name], defaultValue: profile[name] });
  return (
    <ActionForm formKey="profile" action={saveProfile} submit="Save" labels={labels}>
      <BeganWith marks={marksOf(profile)} />
      <FieldGrid title="You">
        <TextField {...field("first_name")} autoComplete="given-name" />
        <TextField {...field("last_name")} autoComplete="family-name" />
        <TextField {...field("email")} type="email" autoComplete="email" />
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
        <TextField {...field("user_greeting")} help="What the first page says to you." />
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

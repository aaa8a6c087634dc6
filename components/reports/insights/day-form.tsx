import Form from "next/form";
import { Button } from "@/components/ui/button.tsx";

type Props = {
  path: string;
  fields: { name: string; label: string; value: string }[];
  /** the rest of the address, which other days keep */
  keep?: Record<string, string | undefined>;
};

/** Asks a report for its days, by its address. */
export function DayForm({ path, fields, keep = {} }: Props) {
  return (
    <Form action={path} className="since since--days">
      {fields.map(({ name, label, value }) => (
        <span key={name}>
          <label htmlFor={name}>{label}</label>
          <input
            className="input"
            type="date"
            id={name}
            name={name}
            defaultValue={value}
            key={value}
          />
        </span>
      ))}
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Button type="submit" size="s">
        Show
      </Button>
    </Form>
  );
}

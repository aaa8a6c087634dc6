import { type Column, DataTable } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";

type Person = {
  id: number;
  username: string;
  first_name: string;
  last_name: string;
  email: string;
  is_staff: boolean;
  is_active: boolean;
  /** with the reader's offset */
  date_joined: string | null;
  last_login: string | null;
};

const columns = (self: number): Column<Person>[] => [
  {
    key: "username",
    label: "User name",
    phone: "title",
    cell: ({ id, username, is_staff }) => (
      <>
        <b>{username}</b>
        {id === self && <span className="tag">You</span>}
        {is_staff && <span className="tag">Admin</span>}
      </>
    ),
  },
  {
    key: "name",
    label: "Name",
    cell: ({ first_name, last_name }) => `${first_name} ${last_name}`.trim(),
  },
  { key: "email", label: "E-mail", grow: true, cell: ({ email }) => email },
  {
    key: "date_joined",
    label: "Joined",
    whole: true,
    phone: "fact",
    cell: ({ date_joined }) => date_joined && <DateText iso={date_joined} />,
  },
  {
    key: "last_login",
    label: "Last sign-in",
    whole: true,
    phone: "fact",
    cell: ({ last_login }) => (last_login ? <DateText iso={last_login} /> : "Never"),
  },
  {
    key: "is_active",
    label: "State",
    phone: "mark",
    cell: ({ is_active }) => (is_active ? "Active" : "Inactive"),
  },
];

/** The list of users, without their data. */
export function PeopleTable({ rows, self }: { rows: Person[]; self: number }) {
  return (
    <DataTable
      label="Users"
      columns={columns(self)}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/admin/users/${id}`}
    />
  );
}

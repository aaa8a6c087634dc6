import { LinkButton } from "./button.tsx";
import { SubmitButton } from "./submit-button.tsx";

type Props = {
  /** the address of the edit page */
  edit: string;
  /** moves the record to the trash */
  remove: () => Promise<void>;
};

/** The buttons that edit and delete the record of a page; the key `e` edits. */
export function RecordActions({ edit, remove }: Props) {
  return (
    <>
      <LinkButton href={edit} size="s" data-edit-link>
        Edit <kbd className="key">e</kbd>
      </LinkButton>
      <form action={remove}>
        <SubmitButton size="s" variant="danger">
          Delete
        </SubmitButton>
      </form>
    </>
  );
}

import { plainText, sanitizeRichText } from "@/lib/rich-text.ts";
import { LinkButton } from "./button.tsx";
import { Card, CardBody, CardHeader } from "./card.tsx";
import { RichContent } from "./rich-content.tsx";
import { SubmitButton } from "./submit-button.tsx";

type ActionsProps = {
  /** the address of the edit page */
  edit: string;
  /** moves the record to the trash */
  remove: () => Promise<void>;
};

/** The buttons that edit and delete the record of a page; the key `e` edits. */
export function RecordActions({ edit, remove }: ActionsProps) {
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

type TextProps = { id: string; title: string; text: string | null };

/** A long text with its formatting on a card of its own; nothing where there is no text. */
export function TextCard({ id, title, text }: TextProps) {
  const html = sanitizeRichText(text ?? "");
  if (!plainText(html)) return null;
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={title} />
      <CardBody>
        <RichContent html={html} />
      </CardBody>
    </Card>
  );
}

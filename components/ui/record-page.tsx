import { sanitizeRichText } from "@/lib/rich-text.ts";
import { plainText } from "@/lib/rich-text-words.ts";
import { Card, CardBody, CardHeader } from "./card.tsx";
import { Link } from "./link.tsx";
import { RichContent } from "./rich-content.tsx";

type TextProps = {
  id: string;
  title: string;
  text: string | null;
  /** the address where it is edited */
  edit: string;
};

/** A long text with its formatting on a card of its own; nothing where there is no text. Its title leads to where it is edited. */
export function TextCard({ id, title, text, edit }: TextProps) {
  const html = sanitizeRichText(text ?? "");
  if (!plainText(html)) return null;
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={
          <Link href={edit} title={`Edit ${title.toLowerCase()}`}>
            {title}
          </Link>
        }
      />
      <CardBody>
        <RichContent html={html} />
      </CardBody>
    </Card>
  );
}

import { plainText, sanitizeRichText } from "@/lib/rich-text.ts";
import { Card, CardBody, CardHeader } from "./card.tsx";
import { RichContent } from "./rich-content.tsx";

type Props = { id: string; title: string; text: string | null };

/** A long text with its formatting on a card of its own; nothing where there is no text. */
export function TextCard({ id, title, text }: Props) {
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

"use client";

import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { Bold, Heading2, Italic, Link2, List, ListOrdered, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { RichTextLink } from "./rich-text-link.tsx";

type Tool = {
  label: string;
  icon: LucideIcon;
  name: string;
  run: (editor: Editor) => void;
};

const tools: Tool[] = [
  { label: "Bold", icon: Bold, name: "bold", run: (e) => e.chain().focus().toggleBold().run() },
  {
    label: "Italic",
    icon: Italic,
    name: "italic",
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    label: "Heading",
    icon: Heading2,
    name: "heading",
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "List",
    icon: List,
    name: "bulletList",
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Numbered list",
    icon: ListOrdered,
    name: "orderedList",
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
];

/** The row of buttons over the editor. */
export function RichTextToolbar({ editor, label }: { editor: Editor; label: string }) {
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      [...tools, { name: "link" }].map(({ name }) => now.isActive(name)),
  });
  return (
    <>
      <fieldset className="rich-text__tools" aria-label={`Formatting of ${label}`}>
        {tools.map(({ label: name, icon: Icon, run }, at) => (
          <button
            key={name}
            type="button"
            className="rich-text__tool"
            aria-label={name}
            title={name}
            aria-pressed={active[at]}
            onClick={() => run(editor)}
          >
            <Icon aria-hidden />
          </button>
        ))}
        <button
          type="button"
          className="rich-text__tool"
          aria-label="Link"
          title="Link"
          aria-pressed={active[tools.length]}
          aria-expanded={linking}
          onClick={() => setLinking(!linking)}
        >
          <Link2 aria-hidden />
        </button>
      </fieldset>
      {linking && <RichTextLink editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

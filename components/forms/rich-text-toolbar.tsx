"use client";

import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { useState } from "react";
import { Icon } from "../ui/icon.tsx";
import {
  boldIcon,
  heading2Icon,
  type IconShape,
  italicIcon,
  link2Icon,
  listIcon,
  listOrderedIcon,
} from "../ui/icons.ts";
import { RichTextLink } from "./rich-text-link.tsx";

type Tool = {
  label: string;
  icon: IconShape;
  name: string;
  run: (editor: Editor) => void;
};

const tools: Tool[] = [
  { label: "Bold", icon: boldIcon, name: "bold", run: (e) => e.chain().focus().toggleBold().run() },
  {
    label: "Italic",
    icon: italicIcon,
    name: "italic",
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    label: "Heading",
    icon: heading2Icon,
    name: "heading",
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "List",
    icon: listIcon,
    name: "bulletList",
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Numbered list",
    icon: listOrderedIcon,
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
        {tools.map(({ label: name, icon, run }, at) => (
          <button
            key={name}
            type="button"
            className="rich-text__tool"
            aria-label={name}
            title={name}
            aria-pressed={active[at]}
            onClick={() => run(editor)}
          >
            <Icon of={icon} />
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
          <Icon of={link2Icon} />
        </button>
      </fieldset>
      {linking && <RichTextLink editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

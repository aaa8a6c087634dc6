"use client";

import type { ChainedCommands, Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { type ComponentProps, useState } from "react";
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
  toggle: (on: ChainedCommands) => ChainedCommands;
};

const tools: Tool[] = [
  { label: "Bold", icon: boldIcon, name: "bold", toggle: (on) => on.toggleBold() },
  { label: "Italic", icon: italicIcon, name: "italic", toggle: (on) => on.toggleItalic() },
  {
    label: "Heading",
    icon: heading2Icon,
    name: "heading",
    toggle: (on) => on.toggleHeading({ level: 3 }),
  },
  { label: "List", icon: listIcon, name: "bulletList", toggle: (on) => on.toggleBulletList() },
  {
    label: "Numbered list",
    icon: listOrderedIcon,
    name: "orderedList",
    toggle: (on) => on.toggleOrderedList(),
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
        {tools.map(({ label: name, icon, toggle }, at) => (
          <ToolButton
            key={name}
            label={name}
            icon={icon}
            aria-pressed={active[at]}
            onClick={() => toggle(editor.chain().focus()).run()}
          />
        ))}
        <ToolButton
          label="Link"
          icon={link2Icon}
          aria-pressed={active[tools.length]}
          aria-expanded={linking}
          onClick={() => setLinking(!linking)}
        />
      </fieldset>
      {linking && <RichTextLink editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

type ButtonProps = ComponentProps<"button"> & Pick<Tool, "label" | "icon">;

function ToolButton({ label, icon, ...rest }: ButtonProps) {
  return (
    <button type="button" className="rich-text__tool" aria-label={label} title={label} {...rest}>
      <Icon of={icon} />
    </button>
  );
}

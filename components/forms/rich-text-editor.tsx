"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useLayoutEffect, useRef } from "react";
import { pastedHtml } from "@/lib/rich-text-paste.ts";
import { textToHtml } from "@/lib/rich-text-plain.ts";
import { RichTextToolbar } from "./rich-text-toolbar.tsx";

type Props = {
  id: string;
  label: string;
  /** what the text area holds, until this has taken over */
  begin: string;
  describedBy?: string;
  invalid?: boolean;
  /** the editor is there; gives the way to put the focus into it */
  onReady: (focus: () => void) => void;
  onChange: (html: string) => void;
};

const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: { openOnClick: false, protocols: ["http", "https", "mailto"] },
  }),
];

/** The editor itself (Tiptap). Loaded only where it is used. */
export default function RichTextEditor(props: Props) {
  const { id, label, begin, describedBy, invalid, onReady, onChange } = props;
  const content = useRef(begin);
  const editor = useEditor({
    extensions,
    content: textToHtml(content.current),
    immediatelyRender: false,
    // A style element made by a script is what a strict policy forbids; forms.css has what is needed.
    injectCSS: false,
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? "" : now.getHTML()),
    editorProps: {
      transformPastedHTML: pastedHtml,
      // The form saves by this key; Tiptap would break the line as well.
      handleKeyDown: (_, { key, ctrlKey, metaKey }) => key === "Enter" && (ctrlKey || metaKey),
      attributes: {
        id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        // A browser's translator would write its words into what is saved.
        translate: "no",
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(invalid ? { "aria-invalid": "true" } : {}),
        class: "rich-content rich-text__page",
      },
    },
  });

  // Before the next paint, so that the two are never seen together, and what was typed meanwhile comes along.
  const taken = useRef(false);
  useLayoutEffect(() => {
    if (!editor || taken.current) return;
    taken.current = true;
    if (begin !== content.current) editor.commands.setContent(textToHtml(begin));
    onReady(() => editor.commands.focus("end"));
  }, [editor, begin, onReady]);

  if (!editor) return null;
  return (
    <div className="rich-text" data-invalid={invalid || undefined}>
      <RichTextToolbar editor={editor} label={label} />
      <EditorContent editor={editor} />
    </div>
  );
}

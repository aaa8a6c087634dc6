"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { historyIcon, link2Icon } from "@/components/ui/icons.ts";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { placeFirstCaret } from "../forms/caret.ts";

type Props = {
  action: (form: FormData) => void;
  /** what the box begins with */
  begun: string;
  /** whether that is to be typed on, and gives way to what is pasted */
  isBegun: boolean;
  /** whether that was left here before, and gives way to another posting */
  isDraft: boolean;
  /** what is being read, in words */
  reading: string | undefined;
  /** what was read, in words */
  said: string;
  isRead: boolean;
  /** whether letters are no shortcuts while the caret is elsewhere */
  isTyping: boolean;
  onRead: () => void;
  /** a text is pasted in place of what was there */
  onText: (text: string) => void;
  onFile: (file: File) => void;
  onStop: () => void;
  onType: () => void;
  onInput: (form: HTMLFormElement) => void;
};

const accepted =
  ".html,.htm,.txt,.pdf,.docx,text/html,text/plain,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A text that is longer is kept by nobody's browser. */
const maxNoted = 100_000;

/** Shows the beginning of a long text again once it was read. */
const showStart = (line: HTMLElement | null) =>
  line?.querySelector("textarea")?.scrollTo({ top: 0 });

/** The box, and the ways beside it: a file, or typing it all. Without the page's script it is a plain form. */
export function BoxForm({
  begun,
  isBegun,
  isDraft,
  reading,
  said,
  isRead,
  isTyping,
  ...on
}: Props) {
  const file = useRef<HTMLInputElement>(null);

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [pasted] = event.clipboardData.files;
    if (pasted) return;
    const field = event.currentTarget;
    const { selectionStart: from, selectionEnd: to, value } = field;
    const isAll = value.trim() === "" || (from === 0 && to === value.length);
    const isAddress = /^\s*https?:/i.test(event.clipboardData.getData("text/plain"));
    const isOld = value === begun && (isDraft || (isBegun && isAddress));
    if (!isAll && !isOld) return;
    if (isOld) field.select();
    // Once it is in the box.
    setTimeout(on.onRead);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { value } = event.currentTarget;
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (event.shiftKey || value.trim().includes("\n")) return;
    event.preventDefault();
    on.onRead();
  };
  return (
    <form
      ref={placeFirstCaret}
      className="add-box"
      data-typing={isTyping || undefined}
      action={on.action}
      onSubmit={(event) => {
        event.preventDefault();
        if (!reading) on.onRead();
      }}
      onInput={({ currentTarget }) => {
        const { value = "" } = currentTarget.querySelector("textarea") ?? {};
        if (value.length <= maxNoted) on.onInput(currentTarget);
      }}
    >
      <div
        ref={isRead ? showStart : undefined}
        className="add-box__line"
        data-read={isRead || undefined}
      >
        <Icon of={link2Icon} />
        <label htmlFor="add-typed" className="sr-only">
          Address, text or page
        </label>
        <textarea
          id="add-typed"
          name="typed"
          rows={1}
          className="add-box__field"
          aria-describedby="add-help"
          placeholder="Paste an address or a text"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          defaultValue={begun}
          onPaste={paste}
          onKeyDown={press}
        />
        {reading ? (
          <Button onClick={on.onStop}>Stop</Button>
        ) : (
          <Button type="submit">
            {isRead && <Icon of={historyIcon} />}
            {isRead ? "Read again" : "Read"}
          </Button>
        )}
      </div>
      <p id="add-help" className="add-box__help">
        An address, several of them, the text of a posting, or a whole page: paste any of them, or
        just type “Company, title”. You can also drop a file.
      </p>
      <div className="add-box__ways">
        <button type="button" className="link" onClick={() => file.current?.click()}>
          Choose a file
        </button>
        <PlainLink
          className="link"
          href="/postings/new"
          onClick={(event) => {
            event.preventDefault();
            on.onType();
          }}
        >
          Type it yourself
        </PlainLink>
        <noscript>
          <input type="file" name="file" accept={accepted} aria-label="File" />
        </noscript>
        <input
          ref={file}
          type="file"
          aria-label="A posting’s file"
          className="sr-only"
          tabIndex={-1}
          accept={accepted}
          onChange={({ currentTarget }) => {
            const [picked] = currentTarget.files ?? [];
            if (picked) on.onFile(picked);
            currentTarget.value = "";
          }}
        />
        <span role="status" className="add-box__said">
          {reading ? `${reading}…` : said}
        </span>
      </div>
    </form>
  );
}

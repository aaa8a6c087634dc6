"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type ButtonHTMLAttributes,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
} from "react";
import { Button, LinkButton } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { circleCheckIcon } from "@/components/ui/icons.ts";
import { useHydrated } from "@/components/ui/use-hydrated.ts";
import type { FormAction, FormState } from "@/lib/forms/form-state.ts";
import { placeFirstCaret } from "./caret.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { useDraft } from "./drafts.ts";
import { FormContext } from "./field.tsx";
import { DraftNote, FormMessages } from "./form-messages.tsx";

type Props = {
  /** names the form: the ids of its fields begin with it, and a draft is kept under it */
  formKey: string;
  action: FormAction;
  children: ReactNode;
  /** the button's words, and what tells it from others that send the form */
  submit: ReactNode;
  submitProps?: ButtonHTMLAttributes<HTMLButtonElement> & { [data: `data-${string}`]: string };
  /** beside the button: a link, another button */
  beside?: ReactNode;
  /** where a Cancel link beside the button leads, or what its button does */
  cancel?: string | (() => void);
  /** runs once it is saved */
  onSaved?: () => void;
  /** runs once it is saved, or has moved on to another page */
  onDone?: () => void;
  /** hashes of the initial values (`initialHashes`), so that only what was changed is written */
  hashes?: string;
  /** field names → labels, for the summary of errors */
  labels?: Record<string, string>;
  /** the title over what went wrong, where the form does not save something */
  refusal?: string;
  /** no draft: for short forms, and for those with secrets */
  noDraft?: boolean;
  /** opened for typing: it takes the caret, and letters are no shortcuts while it is there */
  typing?: boolean;
  /** it is what its page is for: its buttons stay in sight */
  page?: boolean;
  danger?: boolean;
};

/** A form around a server action: drafts, errors, pending state, Ctrl or Cmd with Enter. */
export function ActionForm(props: Props) {
  const { formKey, hashes, labels = {}, refusal, cancel } = props;
  const draft = useDraft(props.noDraft ? undefined : formKey);
  const done = () => {
    draft.clear();
    props.onDone?.();
  };
  const [state, dispatch, pending] = useFormAction(props.action, done, props.onSaved);
  const values = { ...state.values, ...draft.restored?.values };

  const { typing, page } = props;

  // By hand, since React empties a form after its action: what was typed must stay.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  };
  // Before the editor sees it, which would break the line.
  const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.requestSubmit();
  };

  return (
    <form
      className={page ? "action-form action-form--page" : "action-form"}
      data-typing={typing || undefined}
      action={dispatch}
      onSubmit={send}
      onKeyDownCapture={sendByKey}
      onInput={(event) => draft.note(event.currentTarget)}
      noValidate
    >
      <FormContext value={{ formKey, errors: state.errors ?? {}, values }}>
        {draft.restored && <DraftNote at={draft.restored.at} onDiscard={draft.discard} />}
        <FormMessages {...{ state, formKey, labels, refusal }} />
        {state.conflict && <ConflictPanel {...{ conflict: state.conflict, labels, pending }} />}
        <div
          className="action-form__fields"
          key={draft.revision}
          ref={typing ? placeFirstCaret : undefined}
        >
          {/* A draft brings its own: it was typed over what was stored then. */}
          {hashes && <input type="hidden" name="unchanged" value={values.unchanged ?? hashes} />}
          {props.children}
        </div>
      </FormContext>
      <div className="action-form__end">
        <Button
          {...props.submitProps}
          type="submit"
          variant={props.danger ? "danger" : "primary"}
          pending={pending}
        >
          {props.submit}
        </Button>
        {props.beside}
        {typeof cancel === "string" && (
          <LinkButton href={cancel} variant="quiet">
            Cancel
          </LinkButton>
        )}
        {typeof cancel === "function" && (
          <Button variant="quiet" onClick={cancel}>
            Cancel
          </Button>
        )}
        {/* Here, where one looks after pressing the button. */}
        <span role="status" className="action-form__saved">
          {state.saved && !pending && (
            <>
              <Icon of={circleCheckIcon} /> {state.message ?? "Saved"}
            </>
          )}
        </span>
      </div>
    </form>
  );
}

const noop = () => {};

/**
 * Runs a form's server action. Before the script is there the browser posts to it directly; after that a lost
 * connection becomes a sentence in the form instead of an error page. `onDone` runs when it saved or moved on,
 * `onSaved` only when it saved.
 */
function useFormAction(action: FormAction, onDone: () => void, onSaved = noop) {
  const hydrated = useHydrated();
  const run: FormAction = async (state, data) => {
    try {
      const next = await action(state, data);
      if (next.saved) {
        onDone();
        onSaved();
      }
      return next;
    } catch (error) {
      return settle(error, onDone);
    }
  };
  return useActionState<FormState, FormData>(hydrated ? run : action, {});
}

function settle(error: unknown, onDone: () => void): FormState {
  try {
    unstable_rethrow(error);
  } catch (movedOn) {
    onDone();
    throw movedOn;
  }
  return {
    message:
      "Foothold did not answer, so this is not saved. What you typed is still here. Try again in a moment.",
  };
}

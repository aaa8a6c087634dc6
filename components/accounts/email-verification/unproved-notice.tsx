import { Notice } from "@/components/ui/notice.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { sendProof } from "@/lib/accounts/email-verification/actions.ts";

/** Says that nobody has proved the address yet, and sends a link to do it. */
export function UnprovedNotice({ email }: { email: string }) {
  return (
    <Notice
      title="Your address is not proved yet"
      action={
        <form action={sendProof}>
          <SubmitButton size="s">Send a link</SubmitButton>
        </form>
      }
    >
      <p>
        We sent a mail to {email} that asks whether it is yours. Open its link, or get a new one.
      </p>
    </Notice>
  );
}

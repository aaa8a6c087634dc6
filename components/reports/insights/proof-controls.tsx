import { ActionForm } from "@/components/forms/action-form.tsx";
import { NumberField } from "@/components/forms/text-field.tsx";
import { Chip, Chips } from "@/components/ui/chips.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { saveRequiredContacts } from "@/lib/reports/goals/actions.ts";
import type { Proof } from "@/lib/reports/insights/proof.ts";
import type { ProofView } from "@/lib/reports/insights/schema.ts";
import { type ProofLayout, proofLayouts } from "@/lib/reports/insights/values.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { AddressForm } from "../address-form.tsx";
import { PrintButton } from "../print-button.tsx";

const path = "/reports/proof";

const layoutWords: Record<ProofLayout, string> = {
  plain: "Plain list",
  us: "US state log",
  de: "German: Eigenbemühungen",
};

/** What the proof is made of: its form, its weeks, and whether answered e-mails count. */
export function ProofControls({ view, proof }: { view: ProofView; proof: Proof }) {
  const { from, to } = proof;
  // Without days of its own, each form covers whole weeks as its office counts them.
  const query = { from: view.from, to: view.to, replies: view.replies === "no" ? "no" : undefined };
  return (
    <div className="no-print">
      <Chips
        label="Form"
        end={
          proof.contacts > 0 && (
            <>
              <PlainLink
                className="chip"
                href={pathWithQuery(`${path}/csv`, { ...query, layout: view.layout })}
              >
                CSV
              </PlainLink>
              <PrintButton />
            </>
          )
        }
      >
        {proofLayouts.toReversed().map((layout) => (
          <Chip
            key={layout}
            href={pathWithQuery(path, { ...query, layout })}
            active={layout === view.layout}
          >
            {layoutWords[layout]}
          </Chip>
        ))}
      </Chips>
      <AddressForm
        path={path}
        values={{ from, to, replies: view.replies }}
        keep={{ layout: view.layout }}
        className="proof-period"
      >
        <label htmlFor="from">From</label>
        <input className="input" type="date" id="from" name="from" defaultValue={from} />
        <label htmlFor="to">to</label>
        <input className="input" type="date" id="to" name="to" defaultValue={to} />
        <label htmlFor="replies">Count</label>
        <select
          className="input select-native"
          id="replies"
          name="replies"
          defaultValue={view.replies}
        >
          <option value="yes">applications and answered recruiters</option>
          <option value="no">applications only</option>
        </select>
      </AddressForm>
    </div>
  );
}

/** How many contacts a week are asked of the person. */
export function RequiredContacts({ required }: { required: number | null }) {
  return (
    <section className="proof-required no-print" aria-label="Required contacts">
      <ActionForm
        formKey="required-contacts"
        action={saveRequiredContacts}
        submit="Save"
        labels={{ required_contacts: "Contacts required each week" }}
        noDraft
      >
        <NumberField
          name="required_contacts"
          label="Contacts required each week"
          help="As your office told you. Weeks that fall short are marked. Leave it empty if none are required."
          min={1}
          max={100}
          defaultValue={required}
        />
      </ActionForm>
    </section>
  );
}

import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { compassIcon, fileUpIcon, type IconShape, plusIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { trySample } from "@/lib/sample/actions.ts";

/** Empty state of Today: three ways in. */
export function FirstSteps() {
  return (
    <Card labelledBy="first-steps">
      <CardHeader id="first-steps" title="Your job hunt goes here" />
      <ul className="first-steps">
        <Way
          icon={fileUpIcon}
          title="Kept a list until now?"
          words="Bring it as it is. You see what was understood before anything is saved."
        >
          <LinkButton href="/import" variant="primary">
            Bring your spreadsheet
          </LinkButton>
        </Way>
        <Way
          icon={plusIcon}
          title="Just beginning?"
          words="A company and a title are enough. The rest can wait."
        >
          <LinkButton href="/add">Add a posting</LinkButton>
        </Way>
        <Way
          icon={compassIcon}
          title="Only looking?"
          words="See a made-up hunt, with interviews and people. One press takes it away."
        >
          <ButtonForm action={trySample}>
            <SubmitButton>Try with sample data</SubmitButton>
          </ButtonForm>
        </Way>
      </ul>
    </Card>
  );
}

type WayProps = { icon: IconShape; title: string; words: string; children: ReactNode };

function Way({ icon, title, words, children }: WayProps) {
  return (
    <li>
      <Icon of={icon} />
      <h3>{title}</h3>
      <p>{words}</p>
      {children}
    </li>
  );
}

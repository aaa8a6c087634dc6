import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { link2Icon } from "@/components/ui/icons.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { listLinked } from "@/lib/accounts/auth/sign-in-methods.ts";
import { linkAccount, unlinkAccount } from "@/lib/accounts/linked-accounts/actions.ts";
import { type ProviderOption, providerNames } from "@/lib/accounts/linked-accounts/values.ts";
import { CardRow, type Listed } from "../card-row.tsx";
import { ProvenDialog } from "../second-factor/proven-dialog.tsx";

type Link = Listed<typeof listLinked>;

type Props = {
  providers: ProviderOption[];
  links: Link[];
  hasPassword: boolean;
  /** why linking failed just now */
  refusal?: string;
};

/** The person's linked accounts at identity providers. */
export function LinkedCard({ providers, links, hasPassword, refusal }: Props) {
  const unlinked = providers.filter(({ id }) => links.every(({ provider }) => provider !== id));
  return (
    <Card labelledBy="linked">
      <CardHeader id="linked" title="Accounts elsewhere" />
      <CardBody className="security-card">
        {refusal && (
          <Notice tone="danger" title="Your accounts are not linked">
            {refusal}
          </Notice>
        )}
        {links.length === 0 && (
          <p className="row-list__note">None is linked. A linked account signs you in here too.</p>
        )}
        {unlinked.length > 0 && (
          <div className="security-card__ways">
            {unlinked.map((provider) => (
              <LinkButton key={provider.id} provider={provider} hasPassword={hasPassword} />
            ))}
          </div>
        )}
      </CardBody>
      <ul>
        {links.map((link) => (
          <LinkRow
            key={`${link.provider} ${link.created_at}`}
            link={link}
            name={nameOf(link.provider, providers)}
            hasPassword={hasPassword}
          />
        ))}
      </ul>
    </Card>
  );
}

function LinkButton({ provider, hasPassword }: { provider: ProviderOption; hasPassword: boolean }) {
  return (
    <ProvenDialog
      formKey={`link-${provider.id}`}
      label={`Link ${provider.name}`}
      title={`Link your account at ${provider.name}`}
      action={linkAccount}
      submit={`Go to ${provider.name}`}
      hasPassword={hasPassword}
      fields={<input type="hidden" name="provider" value={provider.id} />}
    >
      <p>You sign in there next, and come back here.</p>
    </ProvenDialog>
  );
}

const nameOf = (provider: string, providers: ProviderOption[]) =>
  providers.find(({ id }) => id === provider)?.name ?? providerNames[provider] ?? provider;

type RowProps = { link: Link; name: string; hasPassword: boolean };

function LinkRow({ link, name, hasPassword }: RowProps) {
  const note = (
    <>
      {link.email && `${link.email}, `}linked <DateText iso={link.created_at} />
    </>
  );
  return (
    <CardRow icon={link2Icon} name={name} note={note}>
      <ProvenDialog
        formKey={`unlink-${link.provider}`}
        label={
          <>
            Unlink<span className="sr-only"> {name}</span>
          </>
        }
        title={`Unlink ${name}?`}
        action={unlinkAccount}
        submit="Unlink it"
        danger
        size="s"
        hasPassword={hasPassword}
        fields={<input type="hidden" name="provider" value={link.provider} />}
      >
        <p>It will no longer sign you in here. Your account there stays as it is.</p>
      </ProvenDialog>
    </CardRow>
  );
}

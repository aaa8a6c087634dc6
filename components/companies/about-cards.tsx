import type { ReactNode } from "react";
import { fieldProps } from "@/components/forms/record-form.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { siteName } from "@/components/sites/site-labels.ts";
import { TagEditor } from "@/components/tags/tag-editor.tsx";
import { CardBody, DescriptionList } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { RichContent } from "@/components/ui/rich-content.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { editCompany, tagCompany } from "@/lib/companies/actions.ts";
import { companyFields, companyLimits } from "@/lib/companies/fields.ts";
import { companyKind } from "@/lib/companies/kind.ts";
import type { Company } from "@/lib/companies/queries.ts";
import { companyInitial } from "@/lib/companies/schema.ts";
import type { CompanyThings } from "@/lib/companies/things.ts";
import { formatMoment } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import { sanitizeRichText } from "@/lib/rich-text.ts";
import { plainText } from "@/lib/rich-text-words.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { toWebUrl } from "@/lib/urls.ts";
import { EditableCard } from "./editable-card.tsx";
import { SplitButton } from "./split-button.tsx";

const labels = labelsOf(companyFields);

type Props = {
  company: Company;
  tags: readonly Tag[];
  sites: CompanyThings["sites"];
  zone: string;
};

/** The notes of a company, and what is known about it, each edited in its place. */
export function AboutCards({ company, tags, sites, zone }: Props) {
  const values = companyInitial(company, zone);
  const field = fieldProps(labels, values, companyLimits);
  const notes = sanitizeRichText(company.notes);
  const form = { action: editCompany.bind(null, company.name), labels };
  return (
    <>
      <EditableCard
        id="notes"
        title="Notes"
        formKey={`company-notes-${company.key}`}
        hashes={initialHashes({ notes: values.notes })}
        fields={<RichText {...field("notes")} />}
        {...form}
      >
        <CardBody>
          {plainText(notes) ? (
            <RichContent html={notes} />
          ) : (
            <p className="row-list__note">What you would like to remember about them.</p>
          )}
        </CardBody>
      </EditableCard>
      <EditableCard
        id="about"
        title="About"
        formKey={`company-about-${company.key}`}
        hashes={initialHashes({ name: values.name, url: values.url })}
        fields={
          <>
            <TextField
              {...field("name")}
              help="How it is called here. Your postings keep what they say."
            />
            <TextField {...field("url")} type="url" inputMode="url" autoCapitalize="none" />
          </>
        }
        {...form}
      >
        <About {...{ company, tags, sites, zone }} />
      </EditableCard>
    </>
  );
}

function About({ company, tags, sites, zone }: Props) {
  const { name, url, also_written, aliases } = company;
  const looked = sites
    .map(({ last_visited_at }) => last_visited_at)
    .sort()
    .at(-1);
  const list: ReactNode = sites.map(({ id, ...site }, index) => (
    <span key={id}>
      {index > 0 && ", "}
      <Link href={`/sites/${id}`}>{siteName(site)}</Link>
    </span>
  ));
  const merged = aliases.length > 0 && (
    <ul key="merged" className="spelling-list">
      {aliases.map(({ id, name: other }) => (
        <li key={id}>
          {other}
          <SplitButton {...{ name, id, other }} />
        </li>
      ))}
    </ul>
  );
  return (
    <DescriptionList
      items={[
        ["Name", name],
        ["Also written", also_written.join(", ")],
        ["Merged", merged || null],
        ["Web page", url && <PageLink key="url" url={url} />],
        [sites.length > 1 ? "Sites" : "Site", sites.length > 0 ? list : null],
        ["Last look", looked && <DateText key="looked" iso={formatMoment(looked, zone)} />],
        [
          "Tags",
          <TagEditor
            key="tags"
            save={tagCompany.bind(null, name)}
            tags={tags}
            list={companyKind.path}
          />,
        ],
      ]}
    />
  );
}

function PageLink({ url }: { url: string }) {
  const href = toWebUrl(url);
  if (!href) return url;
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {href.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}

/** What an element's name says that it holds. */
export type MarkField =
  | "title"
  | "company"
  | "place"
  | "mode"
  | "type"
  | "pay"
  | "posted"
  | "closes"
  | "description"
  | "facts"
  | "card"
  | "pane";

/**
 * Names that well-known boards and applicant tracking systems give to the parts of a posting: classes, ids and the
 * values of their test attributes, as `marksOf` writes them (lower case, words parted by "-").
 */
const boardNames: Record<MarkField, string> = {
  pane: `jobs-search-job-details jobs-search-two-pane-job-details jobs-details scaffold-layout-detail two-pane-serp-page-detail-view
    jobsearch-viewjob-pane-wrapper jobsearch-right-pane vj-container job-details-container jd-container split-view-detail`,
  title: `top-card-layout-title topcard-title jobs-unified-top-card-job-title job-details-jobs-unified-top-card-job-title
    jobsearch-job-info-header-title job-detail-title job-posting-header app-title job-title-header posting-headline
    ashby-job-posting-heading i-cims-job-header-tag jv-header header-job-title vacancy-title text-position-name
    jobad-title awsm-job-title job-post-title job-details-title vacancy-name jobtitle-heading job-ad-title
    jobdetails-job-title job-details-job-title jobdetail-title sub-nav-cta-header`,
  company: `topcard-org-name-link jobs-unified-top-card-company-name job-details-jobs-unified-top-card-company-name
    inline-header-company-name advertiser-name job-details-company-name jobsearch-company-info-container-name
    metadata-company-name vacancy-company-name text-employer-name hiring-company-name employer-name-link
    sub-nav-cta-optional-url base-search-card-subtitle job-item-company-name topcard-flavor public-jobs-topcard-org-name layout-logo-name emp-name`,
  place: `topcard-flavor-bullet job-search-card-location job-item-location inline-header-company-location job-detail-location sort-by-location jobsearch-job-info-header-companylocation
    metadata-location vacancy-view-location vacancy-view-raw-address job-geo-location text-region job-posting-location
    job-location-text ashby-job-posting-brief-location sub-nav-cta-meta-text posting-location viewjob-location`,
  mode: "workplace-types workplace-type job-workplace remote-type job-remote location-type remote-status work-mode",
  type: `job-detail-work-type sort-by-commitment sort-by-time commitment job-type-label vacancy-employment-type job-commitment
    metadata-work-type`,
  pay: `salary-info-and-job-type job-detail-salary vacancy-salary compensation-salary salary-range job-details-salary
    detail-salary compensation-text main-job-card-salary-info`,
  posted: "job-detail-date job-posted-date",
  closes: "vacancy-closing-date job-closing-date",
  description: `description-text show-more-less-html-markup jobs-description-content jobs-description-content-text jobs-box-html-content
    job-description-text job-ad-details job-posting-description ashby-job-posting-description jv-job-detail-description
    i-cims-job-content vacancy-description awsm-job-entry-content job-ad-content jobdescription jobad-main job-body
    job-listing-description description-text-rich job-post-description vacancy-body job-description-content
    job-description-container jobdesc job-desc job-posting-content job-posting-body`,
  facts: `description-job-criteria-list posting-categories job-details-jobs-unified-top-card-job-insight jobs-unified-top-card-job-insight`,
  card: `base-search-card base-card job-search-card jobs-search-results-list-item job-card-container jobsearch-serp-job-card
    result-content react-job-listing job-listing-card jl`,
};

/** Names of any site. */
const commonNames: Record<MarkField, string> = {
  pane: "",
  title: `job-title jobtitle position-title posting-title vacancy-title opening-title role-title job-name job-header-title
    job-heading position-name career-title job-posting-title job-headline`,
  company: `company company-name employer employer-name org-name organization-name organisation-name hiring-organization
    job-company job-company-name recruiter-name business business-name firma arbeitgeber job-employer company-link company-title`,
  place: `location job-location locations job-locations job-place posting-location position-location office-location
    vacancy-location job-city workplace ort standort job-meta-location job-office`,
  mode: "workplace remote-policy work-location-type work-arrangement",
  type: `employment-type job-type work-type contract-type employment position-type job-contract job-employment-type
    schedule-type working-time arbeitszeit type-of-employment contract`,
  pay: "salary job-salary compensation pay pay-range salary-text job-pay job-compensation salaries gehalt wage",
  posted: "date-posted posted-date job-date posted-on publish-date posting-date published",
  closes:
    "closing-date deadline application-deadline job-deadline expiry-date job-expiry valid-through apply-by expires",
  description: `job-description job-content job-details-description posting-description position-description vacancy-description
    role-description job-detail-description job-posting-details job-overview job-details-content job-description-wrapper
    job-text opening-description career-description job-detail-content description posting-body vacancy-text stellenbeschreibung`,
  facts:
    "job-meta job-facts job-info meta posting-meta job-attributes job-details-meta job-header-meta job-summary job-overview-list",
  card: "job-card job-item job-listing job-row job-list-item job-result posting-card vacancy-card job-teaser position-item opening",
};

/** What `itemprop` says, outside of a schema.org posting that is complete (those are read elsewhere). */
const itemProps: Record<string, MarkField> = {
  title: "title",
  hiringorganization: "company",
  joblocation: "place",
  addresslocality: "place",
  employmenttype: "type",
  basesalary: "pay",
  dateposted: "posted",
  validthrough: "closes",
  description: "description",
};

const table = (names: Record<MarkField, string>) =>
  new Map(
    Object.entries(names).flatMap(([field, list]) =>
      list
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => [name, field as MarkField] as const),
    ),
  );

export const boardMarks = table(boardNames);
export const commonMarks = table(commonNames);
export const itemPropMarks = new Map(Object.entries(itemProps));

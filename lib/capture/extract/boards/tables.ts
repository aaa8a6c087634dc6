/**
 * Where a board's data has what: paths of folded keys (tree.ts), the first that says something counts. A place path
 * joined by "+" takes all of its parts; a description takes all of its paths, one after the other.
 */
export type FieldPaths = {
  title: readonly string[];
  company: readonly string[];
  places: readonly string[];
  mode: readonly string[];
  remote: readonly string[];
  hybrid: readonly string[];
  type: readonly string[];
  pay: readonly string[];
  posted: readonly string[];
  closes: readonly string[];
  address: readonly string[];
  id: readonly string[];
  description: readonly string[];
  skills: readonly string[];
};

export type BoardTable = Partial<FieldPaths> & {
  /** the board as `appliedThrough` names it, or as it calls itself */
  board: string;
  /** folded keys that each of its postings has */
  keys: readonly string[];
  /** the posting's address, where the data does not give it: `{path}` is what stands there */
  addressFrom?: string;
  /** what the board's codes for remote and hybrid say */
  modeCodes?: Readonly<Record<string, "Remote" | "Hybrid" | "On-Site">>;
  /** a list of places is one place in parts */
  isOnePlace?: boolean;
};

/** How boards differ from the common keys (common-keys.ts); the first whose keys are all there counts. */
export const boardTables: readonly BoardTable[] = [
  {
    board: "Lever",
    keys: ["text", "categories"],
    title: ["text"],
    places: ["categories.alllocations", "categories.location"],
    description: ["description", "lists", "salarydescription", "additional"],
    address: ["hostedurl"],
  },
  {
    board: "Ashby",
    keys: ["joburl", "islisted"],
    places: ["location+secondarylocations.location"],
  },
  {
    board: "Ashby",
    keys: ["title", "locationname", "workplacetype", "employmenttype"],
    places: ["locationname+secondarylocationnames+secondarylocations.locationname"],
  },
  {
    board: "My Workday Jobs",
    keys: ["jobpostinginfo"],
    title: ["jobpostinginfo.title"],
    company: ["hiringorganization.name"],
    places: ["jobpostinginfo.location+jobpostinginfo.additionallocations"],
    mode: ["jobpostinginfo.remotetype"],
    type: ["jobpostinginfo.timetype"],
    closes: ["jobpostinginfo.enddate"],
    address: ["jobpostinginfo.externalurl"],
    id: ["jobpostinginfo.externalurl", "jobpostinginfo.jobreqid"],
    description: ["jobpostinginfo.jobdescription"],
  },
  {
    board: "My Workday Jobs",
    keys: ["title", "externalpath"],
    places: ["locationstext"],
    address: [],
    id: ["externalpath", "bulletfields"],
  },
  {
    board: "SmartRecruiters",
    keys: ["name", "company", "releaseddate"],
    title: ["name"],
    description: ["jobad.sections"],
    address: ["postingurl"],
    addressFrom: "https://jobs.smartrecruiters.com/{company.identifier}/{id}",
  },
  {
    board: "Greenhouse",
    keys: ["absoluteurl", "internaljobid"],
    pay: ["payinputranges"],
  },
  {
    board: "Greenhouse",
    keys: ["title", "jobpostlocation"],
    places: ["jobpostlocation"],
    pay: ["payranges"],
    description: ["introduction", "content", "conclusion"],
    address: ["publicurl"],
    id: ["id"],
  },
  { board: "Workable", keys: ["title", "shortcode"], id: ["shortcode"] },
  {
    board: "Bamboo HR",
    keys: ["jobopeningname"],
    places: ["location", "atslocation"],
    mode: ["locationtype"],
    modeCodes: { "0": "On-Site", "1": "Remote", "2": "Hybrid" },
    address: ["jobopeningshareurl"],
  },
  {
    board: "Personio",
    keys: ["name", "jobdescriptions"],
    title: ["name"],
    company: ["subcompany"],
    places: ["office+additionaloffices.office"],
    type: ["schedule", "employmenttype"],
    description: ["jobdescriptions.jobdescription"],
  },
  {
    board: "Teamtailor",
    keys: ["title", "jobposting"],
    company: ["jobposting.hiringorganization.name"],
    places: ["jobposting.joblocation.address"],
    mode: ["jobposting.joblocationtype"],
    type: ["jobposting.employmenttype"],
    pay: ["jobposting.basesalary.value", "jobposting.basesalary"],
    closes: ["jobposting.validthrough"],
    id: ["jobposting.identifier.value", "id"],
    description: ["jobposting.description", "contenthtml"],
  },
  {
    board: "Recruitee",
    keys: ["title", "careersurl"],
    address: ["careersurl"],
    places: ["locations", "location"],
    type: ["employmenttypecode", "employmenttype"],
    description: ["description", "requirements"],
  },
  {
    board: "Rippling",
    keys: ["name", "uuid", "worklocation"],
    title: ["name"],
    id: ["uuid"],
  },
  {
    board: "Rippling",
    keys: ["name", "uuid", "worklocations"],
    title: ["name"],
    id: ["uuid"],
    type: ["employmenttype.id", "employmenttype.label"],
    description: ["description.company", "description.role"],
  },
  {
    board: "Gem",
    keys: ["extid", "job", "locations"],
    mode: ["job.locationtype"],
    type: ["job.employmenttype"],
    id: ["extid"],
  },
  {
    board: "Eightfold",
    keys: ["name", "canonicalpositionurl"],
    title: ["name"],
    address: ["canonicalpositionurl"],
  },
  {
    board: "Manatal",
    keys: ["positionname", "hash"],
    places: ["locationdisplay"],
    id: ["hash"],
  },
  {
    board: "Beisen",
    keys: ["jobadname"],
    places: ["locnames"],
    isOnePlace: true,
    description: ["duty", "require"],
    id: ["jobadid"],
  },
  {
    board: "Glints",
    keys: ["title", "descriptionjsonstring"],
    address: [],
    description: ["descriptionjsonstring"],
    closes: ["expirydate"],
  },
  {
    board: "Oracle Recruiting",
    keys: ["title", "requisitionnumber", "primarylocation"],
    address: ["externalurl"],
    id: ["id"],
  },
  {
    board: "Indeed",
    keys: ["jobinfoheadermodel"],
    title: ["jobinfoheadermodel.jobtitle"],
    company: ["jobinfoheadermodel.companyname"],
    places: ["jobinfoheadermodel.formattedlocation"],
    type: ["jobinfoheadermodel.jobtypes.label", "jobmetadataheadermodel.jobtype"],
    pay: ["salaryinfomodel", "jobinfoheadermodel"],
    mode: ["jobinfoheadermodel.remoteworkmodel.text"],
    description: ["sanitizedjobdescription"],
    id: ["jobinfoheadermodel.jobkey"],
    address: [],
  },
  {
    board: "LinkedIn",
    keys: ["title", "formattedlocation", "companydetails"],
    company: [
      "companydetails.company.name",
      "companydetails.companyresolutionresult.name",
      "companydetails.companyname",
    ],
    places: ["formattedlocation"],
    type: ["formattedemploymentstatus", "employmentstatus"],
    description: ["description.text"],
    id: ["jobpostingid", "dashentityurn", "entityurn"],
    posted: ["originallistedat", "listedat"],
    address: [],
  },
  {
    board: "Glassdoor",
    keys: ["header", "job"],
    title: ["job.jobtitletext", "header.jobtitletext"],
    company: ["header.employernamefromsearch", "header.employer.name"],
    places: ["header.locationname"],
    description: ["job.description"],
    id: ["job.listingid"],
    address: [],
  },
  {
    board: "Breezy HR",
    keys: ["name", "friendlyid", "location"],
    title: ["name"],
    remote: ["location.isremote"],
    type: ["type.name"],
  },
  {
    board: "The Muse",
    keys: ["name", "contents", "refs"],
    title: ["name"],
    type: [],
  },
];

import type { FieldPaths } from "./board-table.ts";

/** Keys, parted by white space. */
const keys = (names: string): string[] => names.trim().split(/\s+/);

/** Keys that name a posting's title and nothing else. */
export const jobTitleKeys =
  keys(`jobtitle positiontitle positionname jobopeningname jobadname vacancytitle vtitle
    postingtitle displaytitle jobname roletitle jobpostingtitle titel stellenangebotstitel intitule stellenbezeichnung beruf`);

/** The keys of postings, folded, by which a board is read that no table names. */
export const commonPaths: FieldPaths = {
  title: [...jobTitleKeys, "title", "role", "position", "name"],
  company: keys(`companyname company.displayname company companytitle employername employer
    hiringorganization hiringorg hiringorgname organizationname organisationname organization organisation
    advertiser hiringcompany schoolname legalemployer arbeitgeber entreprise.nom entreprise unternehmen
    firma empresa client.name`),
  places: keys(`locations joblocations location joblocation worklocations worklocation locationname
    locationdisplay formattedlocation primarylocation+secondarylocations locationstext
    citystate offices office place workplace jobgeo positionlocation
    positionlocationdisplay candidaterequiredlocation locationrestrictions arbeitsort lieutravail stellenlokationen standort ort addresses`),
  mode: keys(`workplacetype workplace workplacetypes worklocationtype joblocationtype remoteoption
    locationtype workarrangementoption workarrangement workmodel workmode remotetype
    remotestatus remote telework`),
  remote: keys(`isremote telecommuting remote remoteallowed location.remote`),
  hybrid: ["hybrid", "ishybrid", "location.hybrid"],
  type: keys(`employmenttype employmenttypes typeofemployment employmentstatuslabel employmentstatus
    categories.commitment commitment timetype jobschedule jobscheduletype schedule workingpatterns
    workingpattern workingtime jobtime hours jobtype jobtypes worktype worktypes
    positiontype contracttype vcontracttype contract type dureetravaillibelleconverti
    weeklyworkhours.typename workhours typecontrat typecontratlibelle contracttime anstellungsart arbeitszeit positionschedule`),
  pay: keys(`salaryrange salary compensation.summarycomponents
    compensation.compensationtiers.components compensation.compensationcomponents.tiers
    compensation payrange payranges payrangedetails salaryinfo basesalary.value basesalary
    remuneration pay salarytext salarydescription compensationtiersummary
    wage positionremuneration salaire gehalt`),
  posted: keys(`firstpublished firstpublishedat publishedat publisheddate publishedon datepublished
    dateposted posteddate postedat postdate postdateingmt postedon releaseddate publicationdate
    publishdate publishon advertisefromdateutc pubdate postingdate opendate opendateutc
    listedat createdat createdon createddate tcreate date published datecreation
    aktuelleveroeffentlichungsdatum datumersteveroeffentlichung publicationstartdate externalpostedstartdate created`),
  closes: keys(`applicationdeadline deadline deadlineat closingdate closedate closesat closeson
    expiresat expireson expirydate expirationdate validthrough advertisetodatetimeutc
    advertisetodate externalpostedenddate postingenddate applyby applybydate
    applicationclosingdate applicationclosedate bewerbungsfrist datelimite`),
  address:
    keys(`hostedurl joburl absoluteurl externalurl postingurl canonicalurl shareableurl shareurl
    publicurl adverturl detailurl url link joblink shortlink guid applyurl applicationurl
    externalapplyurl positionuri redirecturl permalink refs.landingpage applicationlink applylink
    origineoffre.urlorigine urlcomeethostedpage externeurl`),
  id: keys(`id jobid uuid vacancyid listingid jobkey reference refnumber requisitionid
    requisitionnumber reqid jobreqid guid referencenumber refnr positionid`),
  description:
    keys(`descriptionhtml jobdescriptionhtml jobdescription contenthtml externaldescriptionstr
    jobadvert adverttext description content jobad jobopeningdescription fulldescription
    descriptionplain descriptiontext body encoded contents stellenbeschreibung stellenangebotsbeschreibung details
    userarea.details.jobsummary purpose presentation`),
  skills: keys(`skills.skill.name jobskills.skill.name skills requiredskills technologies`),
};

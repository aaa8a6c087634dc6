import { expect, test } from "vitest";
import { brief, planFile, withFile } from "./testing.ts";

// Made-up lists in the manner of the trackers and templates that people use.
const hunts: Record<string, { file: string; rows: string[] }> = {
  "a Huntr-like export": {
    file: `Job Title,Company,List,Date Saved,Date Applied,Deadline,Salary,Location,URL,Notes
Backend Engineer,Quillon Labs,Applied,2026-01-02T09:00:00Z,2026-01-05T10:00:00Z,,€70k,Lyon,https://boards.greenhouse.io/quillon/jobs/1,met Ana
Data Engineer,Brackwater,Wishlist,2026-01-03T09:00:00Z,,,,,https://jobs.lever.co/brackwater/2,
Platform Engineer,Osprey & Finch,Interview,2026-01-04T09:00:00Z,2026-01-06T08:00:00Z,,,Remote,,
QA Engineer,Tarnwell,Rejected,2026-01-05T09:00:00Z,2026-01-07T08:00:00Z,,,,,`,
    rows: [
      "Quillon Labs | Backend Engineer | 2026-01-05 | 4",
      "Brackwater | Data Engineer | - | 5",
      "Osprey & Finch | Platform Engineer | 2026-01-06 | 1",
      "Tarnwell | QA Engineer | 2026-01-07 | 3",
    ],
  },
  "a Teal-like export": {
    file: `Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement
Product Manager,Hollin Group,90000,Leeds,Applied,01/20/2026,,01/22/2026,,4
Product Owner,Marlowe Dock,,Remote,Bookmarked,01/21/2026,,,,3
Program Manager,Seven Rivers,,Hull,Interviewing,01/21/2026,,01/25/2026,,5
Analyst,Pell Mutual,,York,No Response,01/21/2026,,01/26/2026,,2`,
    rows: [
      "Hollin Group | Product Manager | 2026-01-22 | 4",
      "Marlowe Dock | Product Owner | - | 5",
      "Seven Rivers | Program Manager | 2026-01-25 | 1",
      "Pell Mutual | Analyst | 2026-01-26 | 4",
    ],
  },
  "a Simplify-like export": {
    file: `Job Title,Company Name,Job URL,Status,Status Date,Applied Date,Archived,Notes
ML Engineer,Vantry,https://vantry.example/jobs/1,APPLIED,2026-02-01,2026-02-01,false,
SWE Intern,Copper Lantern,https://copper.example/j/2,SCREEN,2026-02-11,2026-02-02,false,
SRE,Northmoor,https://northmoor.example/3,REJECTED,2026-02-12,2026-02-03,true,
DevOps,Fennick,https://fennick.example/4,SAVED,2026-02-13,,false,`,
    rows: [
      "Vantry | ML Engineer | 2026-02-01 | 4",
      "Copper Lantern | SWE Intern | 2026-02-02 | 1",
      "Northmoor | SRE | 2026-02-03 | 3",
      "Fennick | DevOps | - | 5",
    ],
  },
  "a Notion export, with a BOM and dates in words": {
    file: `\ufeffName,Role,Stage,Applied On,Link,Tags
Quarry Bank,Designer,Applied,"March 3, 2026",https://quarry.example/a,"ux, remote"
Lintel,UX Researcher,Phone Screen,"March 14, 2026 9:30 AM",https://lintel.example/b,
Bramble & Co,Product Designer,Offer,"February 27, 2026",,`,
    rows: [
      "Quarry Bank | Designer | 2026-03-03 | 4",
      "Lintel | UX Researcher | 2026-03-14 | 1",
      "Bramble & Co | Product Designer | 2026-02-27 | 0.5",
    ],
  },
  "an Airtable export": {
    file: `Company,Position,Application status,Date applied,Hiring manager,Offer?,Interviews
Dovecote,Copywriter,Applied ✅,3/4/2026,,,
Sable Press,Editor,❌ Rejected,3/17/2026,,,
Ironbridge,Writer,🗣 Interviewing,3/20/2026,R. Vale,,2
Penhallow,Content Lead,👻 Ghosted,2/28/2026,,,`,
    rows: [
      "Dovecote | Copywriter | 2026-03-04 | 4",
      "Sable Press | Editor | 2026-03-17 | 3",
      "Ironbridge | Writer | 2026-03-20 | 1",
      "Penhallow | Content Lead | 2026-02-28 | 4",
    ],
  },
  "a Trello export": {
    file: `Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List Name
c1,Analyst at Brightmere,https://trello.example/c/1,,,,,Applied
c2,Consultant at Holt,https://trello.example/c/2,,,,,To apply
c3,Fernhill,https://trello.example/c/3,,,,,Rejected`,
    rows: [
      "Analyst at Brightmere | - | - | 4 *",
      "Consultant at Holt | - | - | 5 *",
      "Fernhill | - | - | 3",
    ],
  },
  "a German list with semicolons, dots and Windows-like words": {
    file: `Meine Bewerbungen 2026;;;;;
;;;;;
Nr.;Firma;Stelle;Beworben am;Status;Bemerkung
1;Nordlicht GmbH;Sachbearbeiter (m/w/d);05.01.2026;Absage;leider
2;Müllers Werke AG;Projektleiterin;07.01.26;Vorstellungsgespräch;am 20.01.
3;Kiesel & Söhne;Controller;12.01.2026;keine Rückmeldung;
4;Havelbau;Bauleiter;;geplant;
5;Ostsee IT;Entwickler;15.1.2026;Eingangsbestätigung;`,
    rows: [
      "Nordlicht GmbH | Sachbearbeiter (m/w/d) | 2026-01-05 | 3",
      "Müllers Werke AG | Projektleiterin | 2026-01-07 | 1",
      "Kiesel & Söhne | Controller | 2026-01-12 | 4",
      "Havelbau | Bauleiter | - | 5",
      "Ostsee IT | Entwickler | 2026-01-15 | 2",
    ],
  },
  "a French list": {
    file: `Entreprise;Poste;Lieu;Date de candidature;Statut;Lien de l'offre;Commentaires
Atelier Roux;Développeur web;Nantes;15/02/2026;Candidature envoyée;https://roux.example/1;
Société Varenne;Chargée de projet;Lille;03/02/2026;Refusé;;
Brume SARL;Data analyst;Paris;20/02/2026;Entretien prévu;;rappeler
Les Tilleuls;Assistant;Lyon;01/02/2026;Sans réponse;;`,
    rows: [
      "Atelier Roux | Développeur web | 2026-02-15 | 4",
      "Société Varenne | Chargée de projet | 2026-02-03 | 3",
      "Brume SARL | Data analyst | 2026-02-20 | 1",
      "Les Tilleuls | Assistant | 2026-02-01 | 4",
    ],
  },
  "a Spanish list": {
    file: `Empresa,Puesto,Ciudad,Fecha de postulación,Estado,Portal
Río Alto,Desarrolladora,Madrid,28/01/2026,Entrevista,InfoJobs
Casa Lumbre,Analista,Sevilla,02/02/2026,Rechazado,LinkedIn
Tres Picos,Gerente,Bilbao,05/02/2026,En espera,LinkedIn
Valdeolmo,Técnico,Vigo,,Por aplicar,Web`,
    rows: [
      "Río Alto | Desarrolladora | 2026-01-28 | 1",
      "Casa Lumbre | Analista | 2026-02-02 | 3",
      "Tres Picos | Gerente | 2026-02-05 | 4",
      "Valdeolmo | Técnico | - | 5",
    ],
  },
  "a Portuguese list": {
    file: `Empresa\tVaga\tData da candidatura\tSituação\tLink da vaga
Mar Aberto\tDesenvolvedor\t14/03/2026\tEm análise\thttps://mar.example/1
Serra Azul\tAnalista de dados\t15/03/2026\tReprovado\t
Ponte Velha\tEstagiário\t16/03/2026\tEntrevista agendada\t`,
    rows: [
      "Mar Aberto | Desenvolvedor | 2026-03-14 | 2",
      "Serra Azul | Analista de dados | 2026-03-15 | 3",
      "Ponte Velha | Estagiário | 2026-03-16 | 1",
    ],
  },
  "an Italian list": {
    file: `Azienda;Posizione;Data invio;Esito;Note
Bottega Verdi;Impiegato;18/02/2026;In attesa;
Torre Antica;Sviluppatore;19/02/2026;Colloquio;
Lago Blu;Contabile;20/02/2026;Rifiutata;`,
    rows: [
      "Bottega Verdi | Impiegato | 2026-02-18 | 4",
      "Torre Antica | Sviluppatore | 2026-02-19 | 1",
      "Lago Blu | Contabile | 2026-02-20 | 3",
    ],
  },
  "a Dutch list": {
    file: `Bedrijf;Functie;Datum;Status;Website
Polderwerk;Ontwikkelaar;23-02-2026;Afgewezen;
Grachtenzicht;Adviseur;24-02-2026;Uitgenodigd;www.grachtenzicht.example
Molenhof;Medewerker;25-02-2026;Gesolliciteerd;`,
    rows: [
      "Polderwerk | Ontwikkelaar | 2026-02-23 | 3",
      "Grachtenzicht | Adviseur | 2026-02-24 | 1",
      "Molenhof | Medewerker | 2026-02-25 | 4",
    ],
  },
  "a Polish list": {
    file: `Nazwa firmy,Stanowisko,Data aplikacji,Status,Uwagi
Zielony Most,Programista,13.02.2026,Wysłano,
Biały Kruk,Analityk,14.02.2026,Odrzucono,
Srebrna Góra,Kierownik,15.02.2026,Rozmowa,`,
    rows: [
      "Zielony Most | Programista | 2026-02-13 | 4",
      "Biały Kruk | Analityk | 2026-02-14 | 3",
      "Srebrna Góra | Kierownik | 2026-02-15 | 1",
    ],
  },
  "a Turkish list": {
    file: `Şirket,Pozisyon,Başvuru Tarihi,Durum,Notlar
Mavi Deniz,Mühendis,13.02.2026,Başvuruldu,
Kuzey Yıldızı,Uzman,14.02.2026,Reddedildi,
Çınar Yazılım,Geliştirici,15.02.2026,Mülakat,`,
    rows: [
      "Mavi Deniz | Mühendis | 2026-02-13 | 4",
      "Kuzey Yıldızı | Uzman | 2026-02-14 | 3",
      "Çınar Yazılım | Geliştirici | 2026-02-15 | 1",
    ],
  },
  "a list with a yes/no column for each stage": {
    file: `Company,Role,Applied?,Phone Screen?,Onsite?,Offer?,Rejected?
Aldergate,Engineer,TRUE,TRUE,FALSE,FALSE,TRUE
Birchmoor,Engineer,TRUE,FALSE,FALSE,FALSE,FALSE
Cragside,Engineer,FALSE,FALSE,FALSE,FALSE,FALSE
Dunholm,Engineer,TRUE,TRUE,TRUE,TRUE,FALSE`,
    rows: [
      "Aldergate | Engineer | - | 3",
      "Birchmoor | Engineer | - | 4",
      "Cragside | Engineer | - | 5",
      "Dunholm | Engineer | - | 0.5",
    ],
  },
  "junk above the headings, months between the rows and totals below": {
    file: `JOB SEARCH 2026,,,,
Last updated: 3/1/2026,,,,
,,,,
Company,Position,Date,Status,Link
January,,,,
Vireo,Analyst,1/20/2026,Applied,https://vireo.example
Company,Position,Date,Status,Link
February,,,,
Wrenfield,Analyst,2/3/2026,Rejected,
Total,2,,,`,
    rows: ["Vireo | Analyst | 2026-01-20 | 4", "Wrenfield | Analyst | 2026-02-03 | 3"],
  },
  "no headings at all": {
    file: `Kestrel Ltd,Software Engineer,2026-01-14,Applied,https://kestrel.example/1
Merlin Inc,Data Analyst,2026-01-15,Rejected,https://merlin.example/2
Hobby GmbH,Project Manager,2026-01-16,Interview,https://hobby.example/3`,
    rows: [
      "Kestrel Ltd | Software Engineer | 2026-01-14 | 4",
      "Merlin Inc | Data Analyst | 2026-01-15 | 3",
      "Hobby GmbH | Project Manager | 2026-01-16 | 1",
    ],
  },
  "days that nothing puts in order": {
    file: `Company,Position,Date Applied,Status
Oakhurst,Clerk,03/04/2026,Applied
Elmstead,Clerk,05/05/2026,Applied
Ashcombe,Clerk,,Applied`,
    rows: [
      "Oakhurst | Clerk | - | 4 *",
      "Elmstead | Clerk | 2026-05-05 | 4",
      "Ashcombe | Clerk | - | 4",
    ],
  },
  "a heading that names the order": {
    file: `Company,Position,Date Applied (DD/MM/YYYY),Status
Oakhurst,Clerk,03/04/2026,Applied
Elmstead,Clerk,05/06/2026,Applied`,
    rows: ["Oakhurst | Clerk | 2026-04-03 | 4", "Elmstead | Clerk | 2026-06-05 | 4"],
  },
  "spoiled days": {
    file: `Company,Position,Applied,Result
Rook,Clerk,13 Jan 2026,
Stoat,Clerk,Jan 14,
Vole,Clerk,1/15/2026 & 1/20/2026,Rejected
Hare,Clerk,31/02/2026,
Mole,Clerk,Q1,`,
    rows: [
      "Rook | Clerk | 2026-01-13 | 4",
      "Stoat | Clerk | - | 4 *",
      "Vole | Clerk | - | 3 *",
      "Hare | Clerk | - | 4 *",
      "Mole | Clerk | - | 4 *",
    ],
  },
  "a found list": {
    file: `company,title,location,posted,link
Gannet,Fitter,Hull,3 days ago,https://gannet.example/1
Skua,Welder,Whitby,yesterday,https://skua.example/2`,
    rows: ["Gannet | Fitter | - | 5", "Skua | Welder | - | 5"],
  },
  "a Japanese list": {
    file: `会社名,職種,応募日,ステータス,備考
青空株式会社,エンジニア,2026年2月3日,書類選考,
北斗商事,営業,2026/02/05,不採用,
若葉,デザイナー,2026/02/07,面接予定,`,
    rows: [
      "青空株式会社 | エンジニア | 2026-02-03 | 2",
      "北斗商事 | 営業 | 2026-02-05 | 3",
      "若葉 | デザイナー | 2026-02-07 | 1",
    ],
  },
  "an intern's list with deadlines and marks": {
    file: `Company,Role,Location,Deadline,Applied (Y/N),OA,Interview,Result
Larch Labs,SWE Intern,NYC,10/15/2025,Y,Y,,Rejected
Maple Rx,Data Intern,Boston,11/01/2025,Y,,,
Fir Mobility,PM Intern,Austin,12/01/2025,N,,,
Cedar Point,SWE Intern,Remote,12/20/2025,Y,Done,Scheduled 1/5,`,
    rows: [
      "Larch Labs | SWE Intern | - | 3",
      "Maple Rx | Data Intern | - | 4",
      "Fir Mobility | PM Intern | - | 5",
      "Cedar Point | SWE Intern | - | 1",
    ],
  },
  "a bot's log": {
    file: `Job ID,Title,Company,Work Location,Work Style,HR Name,Resume,Date Posted,Date Applied,Job Link,External Job link,Questions Found,Connect Request
3900000001,QA Engineer,Thrush AG,Basel,Hybrid,Unknown,cv.pdf,2025-05-01 08:00:00,2025-05-03 12:33:11.123456,https://www.linkedin.com/jobs/view/3900000001,Easy Applied,,
3900000002,Test Lead,Dunlin SA,Geneva,On-site,Unknown,cv.pdf,2025-05-02 08:00:00,2025-05-03 12:40:00.000001,https://www.linkedin.com/jobs/view/3900000002,https://dunlin.example/j,,`,
    rows: ["Thrush AG | QA Engineer | 2025-05-03 | 4", "Dunlin SA | Test Lead | 2025-05-03 | 4"],
  },
  "a form's answers": {
    file: `Timestamp,Email Address,Company Applied To,Position,Date You Applied,Did you hear back?
2/3/2026 10:11:12,a@example.com,Wigeon Works,Analyst,1/31/2026,No
2/4/2026 11:12:13,a@example.com,Pintail,Engineer,2/3/2026,Rejected`,
    rows: ["Wigeon Works | Analyst | 2026-01-31 | 4", "Pintail | Engineer | 2026-02-03 | 3"],
  },
  "answers in a column of their own": {
    file: `Company,Position,Date Applied,Response,Interview Date
Avocet,Chemist,2026-01-05,Rejection email,
Bittern,Chemist,2026-01-06,None,
Curlew,Chemist,2026-01-07,Interview,2026-01-20
Dotterel,Chemist,2026-01-08,,`,
    rows: [
      "Avocet | Chemist | 2026-01-05 | 3",
      "Bittern | Chemist | 2026-01-06 | 4",
      "Curlew | Chemist | 2026-01-07 | 1",
      "Dotterel | Chemist | 2026-01-08 | 4",
    ],
  },
  "one column for either outcome": {
    file: `Employer,Job,Sent,Interview/Rejected
Egret,Cook,4 May 2026,Rejected
Fulmar,Cook,5 May 2026,Interview
Godwit,Cook,6 May 2026,`,
    rows: [
      "Egret | Cook | 2026-05-04 | 3",
      "Fulmar | Cook | 2026-05-05 | 1",
      "Godwit | Cook | 2026-05-06 | 4",
    ],
  },
  "many ways to be turned down or left waiting": {
    file: `Company,Title,Date,Outcome
A1 Foods,Baker,2026-02-01,Rejected after 2nd interview
B2 Foods,Baker,2026-02-01,Haven't heard back
C3 Foods,Baker,2026-02-01,Not moving forward with my application
D4 Foods,Baker,2026-02-01,Auto-rejected :(
E5 Foods,Baker,2026-02-01,Awaiting 2nd interview
F6 Foods,Baker,2026-02-01,Withdrew application
G7 Foods,Baker,2026-02-01,Offer - declined
H8 Foods,Baker,2026-02-01,No response after interview
I9 Foods,Baker,2026-02-01,On hold
J0 Foods,Baker,2026-02-01,Position was cancelled
K1 Foods,Baker,2026-02-01,Applied via referral
L2 Foods,Baker,2026-02-01,Under consideration`,
    rows: [
      "A1 Foods | Baker | 2026-02-01 | 3",
      "B2 Foods | Baker | 2026-02-01 | 4",
      "C3 Foods | Baker | 2026-02-01 | 3",
      "D4 Foods | Baker | 2026-02-01 | 3",
      "E5 Foods | Baker | 2026-02-01 | 2",
      "F6 Foods | Baker | 2026-02-01 | 3.5",
      "G7 Foods | Baker | 2026-02-01 | 3.5",
      "H8 Foods | Baker | 2026-02-01 | 2.4",
      "I9 Foods | Baker | 2026-02-01 | 4 *",
      "J0 Foods | Baker | 2026-02-01 | 4 *",
      "K1 Foods | Baker | 2026-02-01 | 4",
      "L2 Foods | Baker | 2026-02-01 | 2",
    ],
  },
  "a list of phases, several rows to one application": {
    file: `name,phase,from,to
Whinchat,Applied,2026-01-01,2026-01-05
Whinchat,Phone interview,2026-01-05,2026-01-09
Whinchat,Rejected,2026-01-09,2026-01-10
Siskin,Applied,2026-01-02,2026-01-08
Siskin,Interview,2026-01-08,2026-01-12
Twite,Applied,2026-01-03,2026-02-03
Redpoll,Applied,2026-01-04,2026-01-09
Redpoll,Offer,2026-01-09,2026-01-12
Redpoll,Accepted,2026-01-12,2026-01-13`,
    rows: [
      "Whinchat | - | 2026-01-01 | 3",
      "Siskin | - | 2026-01-02 | 1",
      "Twite | - | 2026-01-03 | 4",
      "Redpoll | - | 2026-01-04 | 0",
    ],
  },
  "rows with doubtful companies, and two that are the same": {
    file: `Company,Job Title,Date Applied,Status
Confidential,Welder,2026-03-01,Applied
Remote,Welder,2026-03-01,Applied
test,test,2026-03-01,Applied
Remote Workshop Ltd,Welder,2026-03-01,Applied
Ironworks,Welder,2026-03-02,Applied
Ironworks,Welder,2026-03-02,Applied
,Welder,2026-03-04,Applied`,
    rows: [
      "Confidential | Welder | 2026-03-01 | 4 *",
      "Remote | Welder | 2026-03-01 | 4 *",
      "test | test | 2026-03-01 | 4 *",
      "Remote Workshop Ltd | Welder | 2026-03-01 | 4",
      "Ironworks | Welder | 2026-03-02 | 4",
      "Ironworks | Welder | 2026-03-02 | 4 *",
      "- | Welder | 2026-03-04 | 4 *",
    ],
  },
  "companies and titles that differ by a sign": {
    file: `Company,Job Title,Date Applied,Status
C++ Alliance,Developer,2026-03-01,Applied
C# Alliance,Developer,2026-03-01,Applied
Alder Tools,C# Developer,2026-03-01,Applied
Alder Tools,C Developer,2026-03-01,Applied`,
    rows: [
      "C++ Alliance | Developer | 2026-03-01 | 4",
      "C# Alliance | Developer | 2026-03-01 | 4",
      "Alder Tools | C# Developer | 2026-03-01 | 4",
      "Alder Tools | C Developer | 2026-03-01 | 4",
    ],
  },
  "days that are not likely": {
    file: `Company,Position,Date Applied,Status
Rook,Clerk,2026-01-13,Applied
Stoat,Clerk,2081-01-13,Applied
Vole,Clerk,1899-12-30,Applied
Hare,Clerk,1/20/81,Applied
Mole,Clerk,"Jan 14,2026",Applied`,
    rows: [
      "Rook | Clerk | 2026-01-13 | 4",
      "Stoat | Clerk | - | 4 *",
      "Vole | Clerk | - | 4 *",
      "Hare | Clerk | - | 4 *",
      "Mole | Clerk | 2026-01-14 | 4",
    ],
  },
  "telephone numbers, zip codes and salaries that could be taken for days": {
    file: `Company,Role,Phone,Zip,Salary,Applied On
Jackdaw,Nurse,2125550123,10001,45000,12-Jan-2026
Magpie,Nurse,3125550123,60601,52000,19-Jan-2026`,
    rows: ["Jackdaw | Nurse | 2026-01-12 | 4", "Magpie | Nurse | 2026-01-19 | 4"],
  },
  "pipes between the cells and a state of the country": {
    file: `Employer|Job Title|City|State|Applied|Status
Ptarmigan|Ranger|Boise|ID|1/28/2026|Pending
Grouse|Ranger|Helena|MT|1/29/2026|Denied`,
    rows: ["Ptarmigan | Ranger | 2026-01-28 | 4", "Grouse | Ranger | 2026-01-29 | 3"],
  },
  "headings that say nothing, run together or in capitals": {
    file: `Col 1,Column 2,UNNAMED: 3,COMPANYNAME,Field 5
Fitter,2026-02-13,Applied,Nuthatch Ltd,https://nuthatch.example/1
Welder,2026-02-14,Rejected,Treecreeper Inc,https://treecreeper.example/2`,
    rows: ["Nuthatch Ltd | Fitter | 2026-02-13 | 4", "Treecreeper Inc | Welder | 2026-02-14 | 3"],
  },
};

for (const [name, { file, rows }] of Object.entries(hunts)) {
  test(`reads ${name}`, async () => {
    const plan = await withFile(file, planFile);
    expect(brief(plan.rows)).toEqual(rows);
  });
}

/**
 * Folded phrases of each target, in many languages. `=` matches the whole heading only.
 * `unmapped` names columns without a field: its phrases win over shorter ones inside them.
 */
export const headings = {
  company_name: `company|company name|name of company|employer|employer name|organization|organisation
    |organization name|firm|business name|hiring company|=name|=account|=card name|=card title|=item|=item name|=task name|=org|=co|=companies|company title
    |=client|client name|company institution|institution|school district|agency
    |unternehmen|firma|firmenname|arbeitgeber|betrieb|unternehmensname|name des unternehmens
    |entreprise|societe|employeur|nom de lentreprise|organisme|nom entreprise
    |empresa|nombre de la empresa|compania|empleador|organizacion|nombre empresa
    |nome da empresa|companhia|empregador|organizacao|nome empresa
    |azienda|societa|ditta|datore di lavoro|impresa|nome azienda
    |bedrijf|bedrijfsnaam|werkgever|organisatie|firma nazwa|nazwa firmy|pracodawca|przedsiebiorstwo
    |sirket|sirket adi|firma adi|isveren|kurum|foretag|foretagsnamn|arbetsgivare|virksomhed|bedrift
    |arbejdsgiver|yritys|tyonantaja|spolecnost|firma jmeno|zamestnavatel|ceg|cegnev|munkaltato|companie
    |angajator|компания|работодатель|організація|компанія|εταιρεια|perusahaan|会社|会社名|企業|企業名|公司
    |公司名称|公司名|企业|회사|회사명|기업명`,
  posting_title: `title|job title|position|position title|role|role name|role title|job|job role|job name
    |job position|position name|position applied for|position applied to|applied position|applied role|role applied for
    |role position|position role|vacancy|opening|opportunity name|opportunity title|designation|=post|post title|job posting
    |posting title|posting name|job post|function|profession|occupation|=jobs|=roles|=positions|internship|internship title
    |program name|program|stelle|stellenbezeichnung|stellentitel|jobtitel|position als|berufsbezeichnung|beruf
    |tatigkeit|bezeichnung|jobbezeichnung|rolle|poste|intitule|intitule du poste|titre du poste|titre|fonction|metier
    |offre|poste vise|puesto|cargo|vacante|titulo del puesto|nombre del puesto|puesto de trabajo|oferta|posicion|rol
    |vaga|titulo da vaga|nome da vaga|funcao|posicao|posizione|ruolo|mansione|titolo|posizione lavorativa|qualifica
    |functie|functietitel|functienaam|vacature|baan|stanowisko|nazwa stanowiska|tytul|oferta pracy|pozycja
    |pozisyon|unvan|gorev|is ilani|is unvani|rol adi|kadro|tjanst|roll|befattning|titel|stilling|stillingsbetegnelse
    |tehtava|tyotehtava|tehtavanimike|pozice|pracovni pozice|munkakor|pozicio|beosztas|post vizat|должность|вакансия
    |позиция|посада|вакансія|θεση|posisi|jabatan|職種|役職|ポジション|求人|职位|岗位|职位名称|직무|포지션|직책`,
  posting_status: `status|application status|job status|current status|stage|current stage|application stage|state
    |outcome|result|final result|final outcome|final status|decision|progress|phase|pipeline stage|pipeline|=list|list name|=board list|=column
    |application state|application result|application outcome|status of application|status stage|stage status|step|current step|=bucket
    |stand|bewerbungsstatus|ergebnis|ausgang|aktueller stand|bewerbungsstand|ruckmeldung status|statut|etat|etape
    |resultat|avancement|suivi|statut candidature|estado|situacion|resultado|etapa|fase|estatus|estado actual
    |situacao|andamento|status da candidatura|status candidatura|stato|esito|risultato|stato candidatura|stadium
    |resultaat|uitkomst|stand van zaken|wynik|etap|stan|durum|sonuc|asama|basvuru durumu|tulos|tila|vysledek|stav
    |allapot|eredmeny|stare|rezultat|статус|результат|этап|стан|κατασταση|ステータス|状況|選考状況|結果|状态|进度
    |结果|申请状态|상태|진행상황|결과`,
  applied_at: `applied|date applied|applied date|applied on|date of application|application date|applied at
    |application submitted|application submitted on|submission date|date submitted|submitted|submitted on|submitted date|submitted at|date sent|sent on|sent date|=sent
    |day applied|applied day|when applied|date i applied|apply date|date of apply|date of applying|applying date
    |=application|applied time|application time|application sent|application sent on|date application sent|date applied for|resume sent|date resume sent|cv sent
    |applied timestamp|beworben am|beworben|bewerbungsdatum|datum der bewerbung|bewerbung am|bewerbung vom|bewerbung verschickt
    |bewerbung gesendet|versendet am|abgeschickt am|gesendet am|eingereicht am|datum bewerbung|bewerbung datum|versanddatum|application datum
    |date de candidature|date candidature|date denvoi|postule le|candidature envoyee|candidature envoyee le|date de postulation|envoyee le|envoye le
    |fecha de aplicacion|fecha aplicacion|fecha de postulacion|fecha postulacion|fecha de candidatura|fecha candidatura|fecha de solicitud|fecha solicitud|fecha de envio|fecha envio|fecha de inscripcion|fecha inscripcion
    |data da candidatura|data candidatura|data da aplicacao|data de aplicacao|data aplicacao|data de candidatura|data de envio|data envio|data da inscricao|data inscricao|aplicado em|enviado em
    |data di candidatura|data invio|data di invio|inviata il|data domanda|candidatura inviata|candidato il
    |sollicitatiedatum|datum sollicitatie|gesolliciteerd op|verstuurd op|datum van sollicitatie
    |data aplikacji|data aplikowania|data wyslania|data zgloszenia|wyslano|aplikowano
    |basvuru tarihi|basvurulan tarih|basvuru|ansokningsdatum|ansokt|datum ansokan|ansogningsdato|ansogt|soknadsdato|sokt
    |hakupaiva|haettu|datum odeslani|datum zadosti|jelentkezes datuma|jelentkezes|data aplicarii|дата отклика|дата подачи|дата отправки|дата заявки|дата подання
    |ημερομηνια αιτησης|tanggal melamar|tanggal lamaran|応募日|応募日時|申请日期|投递日期|投递时间|申请时间|지원일|지원 날짜`,
  posting_url_full: `url|link|job url|job link|posting url|posting link|job posting url|job posting link|link to job|link to posting
    |link to job posting|link to job req|application link|application url|apply link|apply url|web address|website|webpage|web page|web link|hyperlink
    |listing url|listing link|link to application|link to listing|source url|source link|job post url|job post link|post url|job listing|job ad|job advert|job ad url|job description link|jd link|job description url|link to jd
    |external job link|company website url|company url|company website|company link|careers page|career page|career site|get url|href|=site|=address
    |stellenlink|stellenanzeige|anzeige|link zur stelle|link zur stellenanzeige|webseite|internetadresse|lien|lien de loffre|lien offre|lien annonce|annonce|url de loffre
    |enlace|vinculo|liga|enlace de la oferta|enlace oferta|link da vaga|link vaga|url da vaga|pagina da vaga|collegamento|link annuncio|annuncio|sito
    |vacaturelink|link vacature|ogloszenie|link do oferty|link do ogloszenia|adres|baglanti|ilan linki|ilan|lank|annons|linkki|odkaz|inzerat|hivatkozas|ссылка|посилання|συνδεσμος|tautan|リンク|求人url|链接|网址|링크|공고`,
  job_site: `source|job source|site|site name|job site|job board|jobboard|board name|job portal|portal|platform|found on|found via|found at|found through|where found|where i found it|how found|how did you find|applied through|applied via|applied on platform|applied at site|applied where|where applied|application source|application platform|application method|method|application channel|channel|via|through|medium|recruitment source|lead source|application portal|=referral source|jobsite|=job board site|website applied|website applied on|=app
    |quelle|gefunden uber|gefunden auf|gefunden bei|plattform|jobborse|stellenborse|portal name|fundort|kanal|bewerbungsweg|beworben uber|canal|plateforme|site demploi|trouve sur|origine|provenance
    |fuente|plataforma|portal de empleo|medio|origen|fonte|origem|meio|onde encontrei|site da vaga|piattaforma|portale|canale|trovato su|bron|platform naam|gevonden via|kanaal|vacaturesite
    |zrodlo|portal pracy|platforma|kaynak|site adi|kanal adi|kalla|kilde|lahde|zdroj|forras|sursa|источник|площадка|джерело|πηγη|sumber|応募経路|媒体|来源|渠道|平台|招聘平台|출처|경로|사이트`,
  location_city: `location|city|job location|work location|office location|company location|place|town|state|city state|country|region|area|where|location city|=office|offices|=address of company|=hq|headquarters
    |ort|standort|arbeitsort|stadt|land|einsatzort|firmensitz|sitz|lieu|ville|localisation|lieu de travail|pays|endroit|adresse
    |ubicacion|ciudad|lugar|localidad|pais|sede|localizacao|local|cidade|localidade|local de trabalho|luogo|citta|posto|sede di lavoro|paese
    |locatie|plaats|stad|werklocatie|lokalizacja|miasto|miejsce|miejscowosc|kraj|konum|sehir|yer|lokasyon|ulke|plats|sted|paikkakunta|sijainti|kaupunki|misto|lokalita|mesto|helyszin|varos|locatie oras|oras|город|локация|место|місто|τοποθεσια|πολη|lokasi|kota|勤務地|場所|地点|城市|工作地点|地区|지역|위치|근무지`,
  location_type: `location type|remote|remote policy|work mode|work type|workplace type|workplace|work model|work style|work arrangement|work setting|work environment|remote hybrid onsite|remote onsite hybrid|remote or onsite|remote on site|remote hybrid|in person hybrid remote|onsite remote|on site remote hybrid|modality|flexibility|remote status|is remote|office type|working model|site type
    |arbeitsmodell|arbeitsweise|homeoffice|home office|remote anteil|teletravail|mode de travail|modalite|modalidad|modalidad de trabajo|teletrabajo|presencial o remoto|modalidade|modelo de trabalho|regime de trabalho|modalita|modalita di lavoro|smart working|werkvorm|thuiswerken|tryb pracy|calisma sekli|calisma modeli|uzaktan|distans|forma prace|munkavegzes|формат работы|формат роботи|勤務形態|工作方式|근무형태`,
  employment_type: `employment type|job type|type of job|contract type|type of employment|type of contract|contract|employment|position type|role type|full time part time|full part time|=type|type of position|type of role|work hours type|commitment|schedule type|engagement type
    |vertragsart|anstellungsart|beschaftigungsart|arbeitszeit|art der stelle|umfang|type de contrat|contrat|tipo de contrato|tipo de empleo|jornada|contrato|tipo de vaga|tipo de contratacao|regime|vinculo empregaticio|tipo di contratto|contratto|contracttype|dienstverband|soort contract|rodzaj umowy|typ umowy|umowa|sozlesme turu|calisma turu|anstallningsform|ansettelsesform|typ uvazku|foglalkoztatas|тип занятости|зайнятість|雇用形態|工作类型|고용형태`,
  pay_range: `salary|pay|pay range|salary range|compensation|comp|wage|wages|pay rate|hourly rate|rate|salary min|min salary|salary max|max salary|salary low|salary high|salary from|salary to|minimum salary|maximum salary|pay min|pay max|base salary|base pay|annual salary|salary expectation|salary expectations|expected salary|expected ctc|ctc|offered salary|desired salary|package|total compensation|tc|stipend|salary usd|salary k|remuneration|=currency|salary currency|salary monthly gross|salary offer|advertised salary|listed salary|budget
    |gehalt|gehaltsvorstellung|gehaltswunsch|lohn|vergutung|gehaltsspanne|jahresgehalt|salaire|salaire propose|fourchette salariale|pretentions salariales|salario|sueldo|rango salarial|remuneracion|pretension salarial|pretensao salarial|remuneracao|faixa salarial|remuneracao reais|retribuzione|stipendio|ral|compenso|salaris|loon|salarisindicatie|wynagrodzenie|pensja|zarobki|widelki|stawka|maas|ucret|maas araligi|beklenen maas|lon|lonn|palkka|palkkatoive|plat|mzda|fizetes|ber|salariu|зарплата|оклад|зп|вилка|зарплатня|μισθος|gaji|給与|年収|薪资|工资|薪水|月薪|연봉|급여`,
  technology_string: `technologies|technology|tech stack|stack|skills|required skills|skills required|key skills|tech|tools|programming languages|languages used|tech used|requirements keywords|keywords|technologien|fahigkeiten|kenntnisse|competences|technos|technologies utilisees|tecnologias|habilidades|competencias|conocimientos|tecnologie|competenze|vaardigheden|technologie|umiejetnosci|teknolojiler|beceriler|технологии|навыки|стек|技術|スキル|技能|技术栈`,
  job_description: `description|job description|jd|posting description|role description|full description|about job|job details|job summary|detail md|job desc|job info|beschreibung|stellenbeschreibung|aufgaben|description du poste|descriptif|descripcion|descripcion del puesto|descricao|descricao da vaga|descrizione|omschrijving|functieomschrijving|opis|opis stanowiska|is tanimi|aciklama|beskrivning|beskrivelse|kuvaus|popis|leiras|описание|опис|仕事内容|职位描述|岗位描述|직무내용`,
  interviewed_at: `interview date|date of interview|interviewed on|interview dates|interviewed at|interview at|date interviewed|last interview|interview scheduled for|interview time|next interview|interview on|date interview|vorstellungsgesprach am|termin|gesprachstermin|interviewtermin|datum vorstellungsgesprach|date entretien|date dentretien|entretien le|fecha de entrevista|fecha entrevista|data da entrevista|data entrevista|data colloquio|gespreksdatum|datum gesprek|data rozmowy|mulakat tarihi|gorusme tarihi|intervjudatum|haastattelupaiva|дата собеседования|дата співбесіди|面接日|面试日期|面试时间|면접일`,
  rejected_at: `rejection date|date rejected|rejected on|rejected date|date of rejection|rejected at|date closed|closed on|end date|date ended|decision date|absage am|absagedatum|datum absage|absage datum|date de refus|date refus|refus le|fecha de rechazo|fecha rechazo|data da rejeicao|data rejeicao|data recusa|data rifiuto|afwijzingsdatum|afgewezen op|data odmowy|red tarihi|дата отказа|дата відмови|拒绝日期`,
  rejected_after_stage: `rejected after|rejected after stage|rejected at stage|stage reached|furthest stage|last stage|highest stage|stage rejected|rejection stage|round reached|rounds cleared|letzte stufe|etape atteinte`,
  outreach_info: `contact|contacts|contact person|contact name|contact email|contact e mail|contact info|contact information|contact details|contact phone|contact number|recruiter|recruiter name|recruiter email|recruiter contact|recruiter phone|recruiter info|recruiter information|recruiter details|recruiter linkedin|hiring manager|hiring manager name|hr|hr name|hr contact|hr email|hr link|point of contact|points of contact|poc|referral contact|referred by|referrer|referral|referral name|hiring contact|person of contact|interviewer|interviewers|email|e mail|email address|phone|phone number|reference contact|reference contact email
    |ansprechpartner|ansprechperson|kontakt|kontaktperson|recruiter in|telefon|telefonnummer|personne de contact|interlocuteur|contact rh|recruteur|courriel|telephone|contacto|persona de contacto|reclutador|correo|correo electronico|telefono|contato|pessoa de contato|recrutador|contatto|referente|recruiter nome|contactpersoon|telefoonnummer|osoba kontaktowa|rekruter|iletisim|ilgili kisi|yetkili|eposta|kontaktperson namn|yhteyshenkilo|kontaktni osoba|kapcsolattarto|контакт|контакты|контактное лицо|рекрутер|担当者|联系人|联系方式|담당자`,
  comments: `notes|note|comments|comment|remarks|remark|additional notes|other notes|my notes|general notes|additional info|additional information|additional comments|misc|miscellaneous|details|thoughts|feedback|info|memo|question and answers|questions and answers|application questions|personal notes|other information|other info|other
    |notizen|notiz|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|hinweise|sonstiges|remarques|remarque|commentaires|commentaire|observations|notas|nota|comentarios|comentario|observaciones|detalles|observacoes|anotacoes|obs|note varie|commenti|osservazioni|annotazioni|notities|notitie|opmerkingen|opmerking|uwagi|notatki|komentarz|komentarze|notlar|not|aciklamalar|yorum|yorumlar|anteckningar|noter|kommentarer|muistiinpanot|huomiot|poznamky|poznamka|megjegyzes|megjegyzesek|observatii|комментарий|комментарии|заметки|примечания|примечание|нотатки|коментар|σημειωσεις|catatan|keterangan|備考|メモ|备注|笔记|비고|메모`,
  unmapped: `id|job id|application id|record id|company id|company job id|req id|req id job id|requisition|requisition id|reference number|ref no|no|nr|number|job number|index|row|sr no|s no|sl no|serial|serial no|uuid|guid|lfd nr|lp
    |date posted|posted|posted date|posting date|posted on|post date|date of posting|date listed|data post|publication date|date published|published|re posted|job posted|job posted on|job ad age days|get time|posted time|veroffentlicht am|fecha de publicacion|data de publicacao
    |closing date|close date|deadline|application deadline|apply by|due date|due|expires|expiry date|expiration date|deadline date|bewerbungsfrist|frist|date limite|fecha limite|fecha de cierre|prazo|data limite|scadenza|termin skladania|son basvuru|son basvuru tarihi
    |follow up|follow up date|followed up|follow up due|followup|followup date|follow up on|date followed up|next follow up|follow up sent|nachfassen|relance|date de relance|seguimiento|fecha de seguimiento
    |next step|next steps|next action|next action date|action|action items|to do|todo|reminder|reminder date|naechste schritte|nachste schritte|prochaine etape|proximo paso|proximos pasos|proximos passos
    |last update|last updated|updated|updated at|updated date|date updated|last modified|modified|last modified time|last action|last activity|last contact|last contacted|last contact date|last email date|last heard|last interaction|status date|status updated|status changed|date of status|status update|letzter kontakt|derniere mise a jour|ultima actualizacion
    |response date|date of response|date responded|response|response received|response time|responded|reply|heard back|heard back date|date heard back|days since applied|days since|days to response|no response days|response days|antwort|antwort am|ruckmeldung|ruckmeldung am|reponse|date de reponse|respuesta|fecha de respuesta|fecha respuesta|resposta|data resposta|risposta|data risposta|reactie|odpowiedz|data odpowiedzi|cevap|geri donus|donus tarihi
    |saved date|date saved|saved on|saved at|date bookmarked|bookmarked|bookmarked at|found date|date found|discovered|date first seen|first seen|start date|date start|possible start|start|finish|earliest start|eintrittsdatum|startdatum
    |stage history|status history|history|timeline|activity log|log
    |status notes|status comment|status reason|rejection reason|reason|reason for rejection|reason rejected|why rejected|offer details|offer amount|absagegrund
    |interview notes|interview questions|interview prep|interview feedback|interview type|interview round|interview rounds|number of interviews|interviews|interview count|interview questions asked|job interview questions|my answers|interview details|interview stage notes
    |company size|company rating|company type|company industry|company description|company notes|company info|company email|company phone|company contact|company stage|company logo|company linkedin|employees|industry|sector|branche|sektor|secteur|sector industria|setor|settore|headcount|glassdoor|glassdoor rating|rating|company values|about company|about the company
    |resume|resume version|resume used|resume link|resume name|resume file|resume sent version|resume tailored|resume cover letter altered|cv|cv version|cv used|cv link|cover letter|cover letter name|cover letter used|cover letter link|used cover letter|cover letter resume|cover letter sent|portfolio|lebenslauf|anschreiben|lettre de motivation|carta de presentacion|curriculo|documents|files|attachments
    |contact title|contact role|contact position|recruiter title|job level|level|seniority|seniority level|experience|experience level|experience required|years of experience|yoe|senioridade|senioridad|priority|interest|interest level|excitement|fit|fit score|score|match|match score|likelihood|confidence|probability|chance|ranking|rank|salary known|salary market fit|salary notes|salary type|salary period|salary negotiable|role alignment|job category|category|categories|tag|tags|label|labels|department|team|division|field|domain|job function|job family|gender|age
    |filename|file|file name|thread|email thread|email thread link|message|message id|email subject|email id|subject|sender|email sent|emailed|phone screen notes|questions found|connect request|networking|linkedin reach|linkedin message|cold email|cold outreach|outreach|reached out|spoke to recruiter|contacted|contacted recruiter|portal login|login|username|user name|password|account|portal username|portal password|job status link|application status link|status link|status url|application portal link
    |travel required|visa|visa sponsorship|sponsorship|sponsor|security clearance|relocation|benefits|perks|bonus|equity|distance|commute|easy apply|quick apply|archived|favorite|color|colour|qualificacoes|responsabilidades|responsibilities|requirements|qualifications|job requirements|diferenciais|ingles|contact title linkedin|month|week|year|quarter|weekday|count|total|time|duration|time to hear back|created by|assignee|owner`,
};

/** A field that a heading can name, or `job_site`. */
export type HeadingTarget = Exclude<keyof typeof headings, "unmapped">;

/** Headings of days that only stand for the application where no better column does. */
export const generalDates = `date|=day|=when|datum|tag|=am|fecha|data|dato|paivamaara|pvm|tarih|дата|ημερομηνια|tanggal|日付|日期|날짜`;
export const entryDates = `timestamp|time stamp|date added|added|added on|added at|added date|created|created at|created time|created date|date created|creation date|entry date|date of entry|logged|logged at|date logged|date entered|date recorded|record date|zeitstempel|erstellt|erstellt am|horodatage|marca temporal|carimbo de data hora|hinzugefugt|ajoute le|agregado|adicionado em|informazioni cronologiche|tijdstempel|sygnatura czasowa|zaman damgasi`;

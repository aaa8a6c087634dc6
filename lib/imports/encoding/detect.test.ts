import { expect, test } from "vitest";
import { brief, bytesIn, planFile, withFile } from "../testing.ts";
import { type Encoding, encodings } from "./encodings.ts";

type Hunt = { headings: string; rows: string[]; encodings: Encoding[] };

// Short lists, as a few lines are the hardest case: what they say, and the encodings that can say it.
const hunts: Record<string, Hunt> = {
  "simplified Chinese": {
    headings: "公司,职位,申请日期,状态",
    rows: ["青松食品,烘焙师,2025-03-14,已投递", "白杨出版社,编辑助理,2025-04-02,已拒绝"],
    encodings: ["gb18030", "utf-16le", "utf-16be"],
  },
  "Chinese names below English headings": {
    headings: "Company,Position,Date,Status",
    rows: ["青松食品,烘焙师,2025-03-14,Applied", "白杨出版社,编辑,2025-04-02,Rejected"],
    encodings: ["gb18030"],
  },
  "traditional Chinese": {
    headings: "公司,職位,申請日期,狀態",
    rows: ["青松食品,烘焙師,2025-03-14,已投遞", "白楊出版社,資料分析師,2025-04-02,未錄取"],
    encodings: ["big5", "utf-16le"],
  },
  Japanese: {
    headings: "会社名,職種,応募日,ステータス",
    rows: ["青松食品株式会社,パン職人,2025-03-14,応募済み", "白樺書店,編集者,2025-04-02,不採用"],
    encodings: ["shift_jis", "euc-jp", "utf-16be"],
  },
  Korean: {
    headings: "회사,직무,지원일,상태",
    rows: ["소나무식품,제빵사,2025-03-14,지원완료", "자작나무출판,편집자,2025-04-02,불합격"],
    encodings: ["euc-kr", "utf-16le"],
  },
  Russian: {
    headings: "Компания;Должность;Дата отклика;Статус",
    rows: ["Сосна;Кондитер;14.03.2025;Отказ", "Берёза Книги;Редактор;02.04.2025;Отклик"],
    encodings: ["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"],
  },
  Ukrainian: {
    headings: "Компанія;Посада;Дата;Статус",
    rows: ["Сосна і Ялина;Пекар;14.03.2025;Відмова", "Їжак;Редактор;02.04.2025;Відгук"],
    encodings: ["windows-1251", "koi8-u"],
  },
  Polish: {
    headings: "Firma;Stanowisko;Data aplikacji;Status",
    rows: ["Jodła Żywność;Piekarz;14.03.2025;Odrzucono", "Brzoza;Księgowy;02.04.2025;Wysłano"],
    encodings: ["windows-1250", "iso-8859-2", "ibm852"],
  },
  Czech: {
    headings: "Společnost;Pozice;Datum;Stav",
    rows: ["Jedle a děti;Řidič;14.03.2025;Zamítnuto", "Bříza Knihy;Účetní;02.04.2025;Odesláno"],
    encodings: ["windows-1250", "iso-8859-2"],
  },
  Hungarian: {
    headings: "Cég;Munkakör;Jelentkezés dátuma;Állapot",
    rows: ["Fenyő Élelmiszer;Pék;2025.03.14;Elutasítva", "Nyírfa;Sütőmester;2025.04.02;Elküldve"],
    encodings: ["windows-1250", "iso-8859-2"],
  },
  Turkish: {
    headings: "Şirket;Pozisyon;Başvuru Tarihi;Durum",
    rows: ["Çam Gıda;Fırıncı;14.03.2025;Reddedildi", "Huş Yayınları;Editör;02.04.2025;Başvuruldu"],
    encodings: ["windows-1254"],
  },
  German: {
    headings: "Firma;Position;Bewerbungsdatum;Status",
    rows: [
      "Bäckerei Grüner;Koch;14.03.2025;Absage",
      "Weißdorn & Söhne;Verkäufer;02.04.2025;beworben",
    ],
    encodings: ["windows-1252", "macintosh", "ibm850"],
  },
  French: {
    headings: "Société;Poste;Date;Statut",
    rows: [
      "L’Érable;Développeur;14/03/2025;Refusé",
      "Forêt & Chêne;Chargé d’études;02/04/2025;Relancé",
    ],
    encodings: ["windows-1252", "macintosh"],
  },
  Portuguese: {
    headings: "Empresa;Posição;Data da aplicação;Situação",
    rows: ["Pinhão;Programação;14/03/2025;Reprovado", "Castanheira;Gestão;02/04/2025;Enviado"],
    encodings: ["windows-1252", "macintosh", "ibm850"],
  },
  Greek: {
    headings: "Εταιρεία;Θέση;Ημερομηνία αίτησης;Κατάσταση",
    rows: [
      "Πεύκο Τρόφιμα;Αρτοποιός;14/03/2025;Απορρίφθηκε",
      "Σημύδα;Συντάκτης;02/04/2025;Στάλθηκε",
    ],
    encodings: ["windows-1253"],
  },
  "English with typographic quotes": {
    headings: "Company,Position,Date,Notes",
    rows: [
      "Larch & Co,Baker,2025-03-14,“good” – they’ll call…",
      "Elm,Editor,2025-04-02,it’s remote",
    ],
    encodings: ["windows-1252", "macintosh"],
  },
  "one umlaut": {
    headings: "Firma;Position;Datum;Status",
    rows: ["Müllers Hof;Koch;14.03.2025;Absage"],
    encodings: ["windows-1252", "macintosh", "ibm850"],
  },
};

const cases = Object.entries(hunts).flatMap(([name, { headings, rows, encodings: all }]) =>
  all.map((encoding) => ({ name, encoding, text: [headings, ...rows, ""].join("\r\n"), rows })),
);

test.each(cases)("reads $name in $encoding", async ({ encoding, text, rows }) => {
  const plan = await withFile(bytesIn(text, encoding), planFile);
  const separator = plan.book.delimiter;
  expect(plan.rows.map(({ draft }) => draft?.company_name)).toEqual(
    rows.map((row) => row.split(separator)[0]),
  );
});

test("guesses nothing where the bytes are Unicode, so that nothing is asked", async () => {
  const { book } = await withFile("Firma;Stelle\nMüller;Koch\n", planFile);
  expect([book.encoding, book.encodingGuessed]).toEqual(["utf-8", false]);
});

test("looks into later blocks where the first ones are ASCII", async () => {
  const lines = Array.from({ length: 9_000 }, (_, at) => `Fir ${at};Clerk;14.03.2025;Absage`);
  const late = ["Firma;Position;Datum;Status", ...lines, "Jodła;Księgowy;14.03.2025;Absage", ""];
  const { rows } = await withFile(bytesIn(late.join("\n"), "windows-1250"), planFile);
  expect(rows.at(-1)?.draft?.company_name).toBe("Jodła");
});

test("holds back rows with damaged letters, and imports the others", async () => {
  const text =
    "Firma;Position;Datum;Status\nMüller;Bäcker;14.03.2025;Absage\nEiche Süd;Köchin;15.03.2025;Absage\n";
  const file = Buffer.concat([
    Buffer.from(text),
    bytesIn("Höfe;Koch;16.03.2025;Absage\n", "windows-1252"),
    Buffer.from("MÃ¼ller & SÃ¶hne;Koch;17.03.2025;Absage\nРњРѕСЃС‚;Koch;18.03.2025;Absage\n"),
  ]);
  const { rows } = await withFile(file, planFile);
  expect(brief(rows)).toEqual([
    "Müller | Bäcker | 2025-03-14 | 3",
    "Eiche Süd | Köchin | 2025-03-15 | 3",
    "H\ufffdfe | Koch | 2025-03-16 | 3 *",
    "MÃ¼ller & SÃ¶hne | Koch | 2025-03-17 | 3 *",
    "РњРѕСЃС‚ | Koch | 2025-03-18 | 3 *",
  ]);
  expect(rows[2]?.reasons.join()).toContain("look damaged");
});

test("reads a file in the encoding that a person names, each of those that are offered", async () => {
  for (const { value, label } of encodings) {
    const text = "Company;Role\nLarch;Baker\n";
    const { book, rows } = await withFile(bytesIn(text, value), (path) => planFile(path, value));
    expect([label, book.encoding, rows[0]?.draft?.company_name]).toEqual([label, value, "Larch"]);
  }
});

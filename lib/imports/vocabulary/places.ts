import { fold } from "./fold.ts";

// Countries, regions and the cities that job hunts name most; enough to tell a column of places by its share.
const places = new Set(
  `usa|us|united states|uk|united kingdom|england|scotland|wales|ireland|germany|france|spain|portugal|italy|austria
  |switzerland|netherlands|belgium|luxembourg|denmark|sweden|norway|finland|poland|czechia|czech republic|slovakia
  |hungary|romania|bulgaria|greece|turkey|turkiye|ukraine|russia|israel|uae|united arab emirates|saudi arabia|egypt
  |nigeria|kenya|south africa|india|pakistan|bangladesh|sri lanka|china|hong kong|taiwan|japan|south korea|korea
  |singapore|malaysia|indonesia|thailand|vietnam|philippines|australia|new zealand|canada|mexico|brazil|brasil
  |argentina|chile|colombia|peru|deutschland|osterreich|schweiz|espana|italia|polska|europe|eu|emea|apac|worldwide
  |new york|nyc|new york city|san francisco|sf|bay area|los angeles|la|seattle|boston|chicago|austin|dallas|houston
  |denver|atlanta|miami|philadelphia|washington|washington dc|dc|san diego|san jose|portland|phoenix|minneapolis
  |detroit|toronto|vancouver|montreal|ottawa|calgary|london|manchester|birmingham|leeds|bristol|edinburgh|glasgow
  |liverpool|york|hull|cambridge|oxford|dublin|berlin|munich|munchen|hamburg|frankfurt|cologne|koln|stuttgart
  |dusseldorf|leipzig|vienna|wien|zurich|geneva|basel|bern|lausanne|paris|lyon|marseille|toulouse|nantes|lille
  |bordeaux|madrid|barcelona|valencia|sevilla|bilbao|malaga|lisbon|lisboa|porto|rome|roma|milan|milano|turin|torino
  |amsterdam|rotterdam|utrecht|den haag|eindhoven|brussels|bruxelles|antwerp|copenhagen|aarhus|stockholm|gothenburg
  |malmo|oslo|bergen|helsinki|warsaw|warszawa|krakow|wroclaw|gdansk|poznan|prague|praha|brno|bratislava|budapest
  |bucharest|sofia|athens|istanbul|ankara|izmir|kyiv|kiev|moscow|tel aviv|dubai|abu dhabi|cairo|lagos|nairobi
  |johannesburg|cape town|mumbai|delhi|new delhi|delhi ncr|gurgaon|gurugram|noida|bangalore|bengaluru|hyderabad
  |chennai|pune|kolkata|karachi|lahore|dhaka|colombo|beijing|shanghai|shenzhen|guangzhou|taipei|tokyo|osaka|seoul
  |kuala lumpur|jakarta|bangkok|ho chi minh city|hanoi|manila|sydney|melbourne|brisbane|perth|auckland|mexico city
  |sao paulo|rio de janeiro|belo horizonte|curitiba|buenos aires|santiago|bogota|medellin|lima|москва|київ
  |санкт петербург|北京|上海|深圳|广州|杭州|南京|成都|武汉|西安|苏州|合肥|重庆|天津|香港|台北|東京|大阪|京都|名古屋|福岡|서울|부산|판교`
    .split("|")
    .map((name) => fold(name)),
);

const workModes =
  /^(fully |100 ?% )?(remote|hybrid|on ?site|in ?office|in person|wfh|work from home|home ?office|vor ort|hibrido|hybride|remoto|remota|presencial|presentiel|teletravail|teletrabajo|ibrido|in sede|zdalna|stacjonarna|hybrydowa|uzaktan|hibrit|ofis|distans|远程|现场|混合|在宅|出社|リモート|ハイブリッド|재택|출근)( work| only| first)?$/;

/** Whether a folded text says where the work is done: remote, hybrid or on site. */
export const namesWorkMode = (folded: string) => workModes.test(folded);

/** Whether a text names a place: a known one, or a city with the letters of its state. */
export function namesPlace(text: string): boolean {
  if (/^\p{Lu}[\p{L} .'-]{1,30}, ?[A-Z]{2}( \d{5})?$/u.test(text)) return true;
  return text.split(/[,/;|()]| - /).some((part) => places.has(fold(part)));
}

const blanks = new Set(
  `n/a|n.a.|n.a|na|#n/a|ni|nil|none|null|undefined|unknown|not specified|not provided|not available
  |not applicable|not listed|not mentioned|tbd|tba|tbc|k.a.|ka|k. a.|keine angabe|keine angaben|unbekannt
  |nao informado|não informado|nao menciona|não menciona|nao_menciona|sin informacion|sin información
  |no aplica|no especificado|desconocido|non précisé|non renseigné|inconnu|non specificato|sconosciuto
  |onbekend|n.v.t.|nvt|nie dotyczy|brak|brak danych|yok|bilinmiyor|belirtilmemiş|不明|未知|なし|无|-|–|—|--|---|?|??|.|/|\\|…|...`
    .split("|")
    .map((word) => word.trim()),
);

/** Whether a cell is empty or a placeholder such as "n/a". */
export function isBlank(text: string): boolean {
  const plain = text.trim();
  return plain === "" || (plain.length < 20 && blanks.has(plain.toLowerCase()));
}

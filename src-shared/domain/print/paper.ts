// Paper: its size in CSS pixels of 1/96 inch, and which one a shop's country uses.

/** The papers an estimate is printed on. */
export const papers = ['letter', 'a4'] as const;
export type Paper = (typeof papers)[number];

/** Width and height of each paper; A4 is 210 by 297 mm, a part of a pixel short. */
export const paperSizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  letter: { width: 816, height: 1056 },
  a4: { width: 793, height: 1122 },
};

/** Zones of America where the paper is A4. */
const a4America =
  /^America\/(?:Argentina|Asuncion|Bahia|Belem|Boa_Vista|Buenos_Aires|Campo_Grande|Cuiaba|Fortaleza|Guayaquil|La_Paz|Lima|Maceio|Manaus|Montevideo|Noronha|Paramaribo|Porto_Velho|Recife|Rio_Branco|Santarem|Sao_Paulo)/;

/** The paper of a shop's country, known by its time zone: letter in North America, A4 elsewhere. */
export function paperOf(timeZone: string): Paper {
  if (timeZone.startsWith('America/')) return a4America.test(timeZone) ? 'a4' : 'letter';
  return /^(?:US|Canada|Mexico)\/|^Pacific\/(?:Honolulu|Guam|Pago_Pago)$|^Asia\/Manila$/.test(timeZone)
    ? 'letter'
    : 'a4';
}

// The words for what a line may say beside its cells: whose money it is, betterment, the place of its panel.

import { type LineShare, lineShares } from '../../src-shared/domain/estimate/line-pricing.ts';
import { type PanelPlace, panelPlaces } from '../../src-shared/domain/estimate/refinish/panel-place.ts';

/** What a list offers. */
type Offered = { readonly value: string; readonly label: string; readonly hint?: string };

const shareWords: Readonly<Record<LineShare, string>> = {
  claim: 'The claim',
  customer: 'The customer',
  'related-prior': 'Related prior damage',
  'unrelated-prior': 'Unrelated prior damage',
};

export const shareChoices: readonly Offered[] = lineShares.map((value) => ({ value, label: shareWords[value] }));

export const bettermentChoices: readonly Offered[] = [
  { value: 'none', label: 'None' },
  { value: 'rate', label: 'A percentage' },
  { value: 'amount', label: 'A sum' },
];

/** `Left front door`. */
export const placeName = (place: PanelPlace): string =>
  place === '' ? 'Not said' : place.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

export const placeChoices: readonly Offered[] = panelPlaces.map((value) => ({ value, label: placeName(value) }));

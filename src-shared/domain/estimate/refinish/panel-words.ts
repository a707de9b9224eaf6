// The words for what a line says of its panel: what its cell shows, and what may be typed there.

import { type Failure, invalid } from '../../../base/failure.ts';
import { failed, ok, type Result } from '../../../base/result.ts';
import { type Choices, matchChoices } from '../typed-choice.ts';
import { isUnsaid, noPanel, notSeparate } from './known-panel.ts';
import type { Panel } from './panel.ts';

/** What a panel may be said to be in one word. */
export const panelKinds = ['major', 'adjacent', 'apart', 'minor', 'off-car', 'none'] as const;
export type PanelKind = (typeof panelKinds)[number];

/** The words of each; `<>` is the print's mark for refinish that is no separate procedure. */
export const panelWords: Choices<PanelKind> = {
  major: { print: 'Major', name: 'Major panel, overlap by its neighbors' },
  adjacent: { print: 'Maj adj', name: 'Major panel, adjacent to one before it' },
  apart: { print: 'Maj apart', name: 'Major panel, not adjacent' },
  minor: { print: 'Minor', name: 'Minor panel' },
  'off-car': { print: 'Off car', name: 'Refinished off the car' },
  none: { print: '<>', name: 'Not a separate panel' },
};

/** The word for a panel; undefined while nobody said anything. */
export function panelKindOf(panel: Panel | undefined): PanelKind | undefined {
  if (panel === undefined || isUnsaid(panel)) return undefined;
  if (panel.kind === '') return 'none';
  if (panel.offCar) return 'off-car';
  if (panel.kind === 'minor') return 'minor';
  return panel.overlap === 'adjacent' || panel.overlap === 'apart' ? panel.overlap : 'major';
}

/** `Major 2T E U`: the kind, and a mark for two-tone, edging and underside. */
export function printPanel(panel: Panel | undefined): string {
  const kind = panelKindOf(panel);
  if (panel === undefined || kind === undefined) return '';
  const marks = [panel.twoTone && '2T', panel.edgingTenths > 0 && 'E', panel.undersideTenths > 0 && 'U'];
  return [panelWords[kind].print, ...marks.filter((mark) => mark !== false)].join(' ');
}

/** A panel of that kind; its place, two-tone, edging and underside stay. */
export function panelOfKind(kind: PanelKind, panel: Panel = noPanel): Panel {
  if (kind === 'none') return notSeparate;
  const overlap = kind === 'adjacent' || kind === 'apart' ? kind : 'auto';
  return { ...panel, kind: kind === 'minor' ? 'minor' : 'major', offCar: kind === 'off-car', overlap };
}

/** Reads a typed panel; nothing gives it back to the words of the line. */
export function parsePanel(text: string, field: string, panel: Panel | undefined): Result<Panel, Failure> {
  const typed = text.trim().replace(/(\s+(2T|E|U))+$/i, '');
  if (typed === '') return ok(noPanel);
  const kind = panelKinds.find((one) => one === typed) ?? matchChoices(panelWords, typed)[0];
  return kind === undefined ? failed(invalid(field, 'not-a-choice')) : ok(panelOfKind(kind, panel));
}

// The panel that a line refinishes: what its overlap, clear coat and further rows follow from.

import { noPanel } from '../../../../src-shared/domain/estimate/refinish/known-panel.ts';
import type { Automatic } from '../../../../src-shared/domain/estimate/refinish/panel.ts';
import {
  type PanelKind,
  panelKindOf,
  panelKinds,
  panelOfKind,
  panelWords,
} from '../../../../src-shared/domain/estimate/refinish/panel-words.ts';
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { hours, hoursOrNone } from '../../../words/formats.ts';
import { placeChoices } from '../../../words/line-words.ts';
import type { PageProps } from './page-props.ts';

const unsaid = { value: '', label: 'By the description', hint: 'Known outer panels' };
const kindChoices = [
  unsaid,
  ...panelKinds.map((value) => ({ value, label: panelWords[value].print, hint: panelWords[value].name })),
];

const times: readonly { readonly field: keyof Automatic; readonly label: string }[] = [
  { field: 'overlap', label: 'Overlap' },
  { field: 'finish', label: 'Clear coat or third stage' },
  { field: 'finishEdging', label: 'Clear coat or third stage of edging' },
  { field: 'finishUnderside', label: 'Clear coat or third stage of underside' },
  { field: 'twoTone', label: 'Two-tone' },
  { field: 'blend', label: 'Blend' },
];

export function PanelPage({ fields, lines }: PageProps) {
  const { choice, flag, value, set } = fields;
  const kinds = new Set(lines.map((line) => panelKindOf(line.panel) ?? ''));
  const [kind = ''] = kinds.size === 1 ? kinds : [];
  const isBlend = lines.every((line) => line.work.operation === 'blend');
  const { disabledReason } = flag('panel', 'twoTone');
  return (
    <>
      <FieldGroup title='Panel'>
        <ChoiceField
          label='Kind of panel'
          choices={kindChoices}
          value={kind}
          placeholder={kinds.size > 1 ? 'different' : ''}
          disabledReason={disabledReason}
          onCommit={(chosen) =>
            set('panel', (panel) => (chosen === '' ? noPanel : panelOfKind(chosen as PanelKind, panel)))
          }
        />
        <ChoiceField label='Where it is' choices={placeChoices} {...choice('panel', 'place')} />
        {isBlend && (
          <ValueField label='Full refinish time' align='end' suffix='h' {...value('panel', 'fullTenths', hours)} />
        )}
        <ValueField label='Edging' align='end' suffix='h' {...value('panel', 'edgingTenths', hours)} />
        <ValueField label='Underside' align='end' suffix='h' {...value('panel', 'undersideTenths', hours)} />
        <CheckField label='Two-tone' {...flag('panel', 'twoTone')} />
      </FieldGroup>
      <FieldGroup title='Times set by hand (left empty, they are computed)'>
        {times
          .filter(({ field }) => field !== 'blend' || isBlend)
          .map(({ field, label }) => {
            const tied = value('automatic', field, hoursOrNone);
            return (
              <ValueField
                key={field}
                label={label}
                align='end'
                suffix='h'
                {...tied}
                placeholder={tied.placeholder || 'computed'}
              />
            );
          })}
      </FieldGroup>
    </>
  );
}

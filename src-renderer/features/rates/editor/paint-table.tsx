// The table of paint supplies: up to so many hours, this much.
import { Button } from '../../../../src-ui/actions/button.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { hours, money } from '../../../words/formats.ts';
import { type Editing, valueField, writeList } from './rate-editing.ts';

const mostRows = 50;

export function PaintTable(from: Editing) {
  const { table, method } = from.editing.groups.paint;
  const { disabledReason } = from.editing;
  const last = table.at(-1);
  const next = { upToTenths: (last?.upToTenths ?? 0) + 10, cents: last?.cents ?? 0 };
  const full = table.length >= mostRows ? `At most ${mostRows} rows.` : undefined;
  return (
    <div className='rates-table'>
      {table.map((_, i) => (
        <div className='rates-row' key={String(i)}>
          <ValueField label='Up to' suffix='h' {...valueField(from, 'paint', ['table', i, 'upToTenths'], hours)} />
          <ValueField
            label={method === 'sum-table' ? 'Sum' : 'Rate per hour'}
            prefix='$'
            {...valueField(from, 'paint', ['table', i, 'cents'], money)}
          />
          <Button
            icon='bin'
            look='quiet'
            disabledReason={disabledReason}
            onPress={() => void writeList(from, 'paint', ['table'], table.toSpliced(i, 1))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        icon='add'
        disabledReason={disabledReason ?? full}
        onPress={() => void writeList(from, 'paint', ['table'], [...table, next])}
      >
        Add row
      </Button>
    </div>
  );
}

// Which workfiles the list shows: every filter in one place, put on together.
import { useEffect, useState } from 'react';
import { stages } from '../../../src-shared/domain/workfile/workfile.ts';
import {
  binAges,
  type HeadFilter,
  headAgendas,
  headBalances,
  headDms,
  headGaps,
  headMarks,
  headVisits,
  type ValueCount,
} from '../../../src-shared/ipc/list-shapes.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { NumberField } from '../../../src-ui/fields/number-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { useHasDms } from '../../stores/dms/dms.ts';
import { listChoices, showList, useWorkfileList } from '../../stores/workfile-list.ts';
import {
  agendaWords,
  balanceWords,
  binWords,
  dmsWords,
  gapWords,
  markWords,
  visitWords,
} from '../../words/list/list-words.ts';
import { todayOf } from '../../words/time-words.ts';
import { stageWords } from '../../words/workfile-words.ts';
import { dayBelow, dayFrom, firstDay, lastDay, within, withPart } from './filter-parts.ts';

export function FilterDialog({ onClose }: { readonly onClose: () => void }) {
  const [filter, setFilter] = useState(() => useWorkfileList.getState().filter);
  const hasDms = useHasDms();
  const change = (part: HeadFilter): undefined => {
    setFilter((before) => withPart(before, part));
  };
  const show = (wanted: HeadFilter): void => {
    onClose();
    void showList({ filter: wanted });
  };
  return (
    <Dialog
      open
      title='Filter workfiles'
      action={{ title: 'Show', run: () => show(filter) }}
      extra={[{ title: 'Clear filters', run: () => show({}) }]}
      onClose={onClose}
    >
      <Checks title='Status' of={stages} words={stageWords} on={filter.stages} set={(on) => change({ stages: on })} />
      <People filter={filter} change={change} />
      <Ranges filter={filter} change={change} />
      <Checks
        title='Vehicle'
        of={headVisits}
        words={visitWords}
        on={filter.visits}
        set={(on) => change({ visits: on })}
      />
      <Checks
        title='To do'
        of={headAgendas}
        words={agendaWords}
        on={filter.agenda}
        set={(on) => change({ agenda: on })}
      />
      {(hasDms || filter.dms !== undefined) && (
        <Checks title='DMS' of={headDms} words={dmsWords} on={filter.dms} set={(on) => change({ dms: on })} />
      )}
      <Checks
        title='Balance'
        of={headBalances}
        words={balanceWords}
        on={filter.balances}
        set={(on) => change({ balances: on })}
      />
      <Checks
        title='Waits for'
        of={headMarks}
        words={markWords}
        on={filter.marks}
        set={(on) => change({ marks: on })}
      />
      <Checks
        title='Missing'
        of={headGaps}
        words={gapWords}
        on={filter.missing}
        set={(on) => change({ missing: on })}
      />
      <Checks title='Bin' of={binAges} words={binWords} on={filter.bin} set={(on) => change({ bin: on })} />
    </Dialog>
  );
}

type ChecksProps<T extends string> = {
  readonly title: string;
  readonly of: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly on: readonly T[] | undefined;
  readonly set: (on: readonly T[]) => undefined;
};

function Checks<T extends string>({ title, of, words, on = [], set }: ChecksProps<T>) {
  return (
    <div className='list-checks'>
      <FieldGroup title={title}>
        {of.map((one) => (
          <CheckField
            key={one}
            label={words[one]}
            value={on.includes(one)}
            onCommit={(isOn) => set(of.filter((other) => (other === one ? isOn : on.includes(other))))}
          />
        ))}
      </FieldGroup>
    </div>
  );
}

type PartProps = { readonly filter: HeadFilter; readonly change: (part: HeadFilter) => undefined };

/** Those of the shop's workfiles are offered; a filter that names several keeps them until another one is chosen. */
function People({ filter, change }: PartProps) {
  const [choices, setChoices] = useState<Awaited<ReturnType<typeof listChoices>>>();
  useEffect(() => {
    void listChoices().then(setChoices);
  }, []);
  const field = (label: string, part: 'estimators' | 'insurers') => (
    <ChoiceField
      label={label}
      free
      maxLength={120}
      placeholder='Any'
      value={filter[part]?.join(' or ') ?? ''}
      choices={(choices?.[part] ?? []).map(choiceOf)}
      onCommit={(name) => change({ [part]: name.trim() === '' ? [] : [name.trim()] })}
    />
  );
  return (
    <FieldGroup title='People'>
      {field('Estimator', 'estimators')}
      {field('Insurance', 'insurers')}
    </FieldGroup>
  );
}

const choiceOf = ({ value, count }: ValueCount) => ({
  ...{ value, label: value },
  hint: count.toLocaleString('en-US'),
});

function Ranges({ filter, change }: PartProps) {
  const today = useClock(todayOf);
  const timeZone = useClock((clock) => clock.timeZone);
  const { changed, total } = filter;
  const days = (part: Partial<NonNullable<HeadFilter['changed']>>) =>
    change({ changed: { from: null, below: null, ...changed, ...part } });
  const sums = (part: Partial<NonNullable<HeadFilter['total']>>) =>
    change({ total: { from: null, to: null, ...total, ...part } });
  return (
    <FieldGroup title='Changed and total'>
      <DateField
        label='Changed since'
        today={today}
        value={firstDay(changed?.from, timeZone)}
        onCommit={(day) => days({ from: dayFrom(day, timeZone) })}
      />
      <DateField
        label='Changed until'
        today={today}
        value={lastDay(changed?.below, timeZone)}
        onCommit={(day) => days({ below: dayBelow(day, timeZone) })}
      />
      <NumberField
        label='Total at least $'
        decimals={2}
        min={0}
        max={9_999_999}
        value={within(total?.from)}
        onCommit={(sum) => sums({ from: sum === undefined ? null : Math.round(sum * 100) })}
      />
      <NumberField
        label='Total at most $'
        decimals={2}
        min={0}
        max={9_999_999}
        value={within(total?.to)}
        onCommit={(sum) => sums({ to: sum === undefined ? null : Math.round(sum * 100) })}
      />
    </FieldGroup>
  );
}

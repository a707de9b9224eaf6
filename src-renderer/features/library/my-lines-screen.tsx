// “My lines”: the canned operations and templates of the shop, with the lines in each.
import { useMemo, useState } from 'react';
import { lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import { printLabor, printPrice, printRefinish } from '../../../src-shared/domain/estimate/line-cells.ts';
import { operationWords } from '../../../src-shared/domain/estimate/operation-words.ts';
import type { Canned, LineContent } from '../../../src-shared/domain/library/canned.ts';
import { findCanned } from '../../../src-shared/domain/library/find.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { CellAddress } from '../../../src-ui/grid/model/cell.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { changeCanned, loadLibrary, removeFromLibrary, undoLibrary, useLibrary } from '../../stores/library/library.ts';
import { useDenied } from '../../stores/session.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { cannedChoices, wordLines } from '../../words/library-words.ts';
import './library.css';

export function MyLinesScreen() {
  const sheet = useLibrary((library) => library.sheet);
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ canned }) => <MyLines canned={canned} />}
    </LoadingView>
  );
}

function MyLines({ canned }: { readonly canned: readonly Canned[] }) {
  const denied = useDenied('edit-library');
  const toast = useToast();
  const [text, setText] = useState('');
  const [active, setActive] = useState<string>();
  const found = useMemo(() => findCanned(canned, text), [canned, text]);
  const source = useArrayRows(useMemo(() => found.map((one) => dataRow(one.id, one)), [found]));
  const shown = found.find(({ id }) => id === active) ?? found[0];

  const commit = async ({ rowKey, columnId }: CellAddress, typed: string): Promise<string | undefined> => {
    const one = canned.find(({ id }) => id === rowKey);
    if (one === undefined) return 'It is not here any more.';
    const value = { ...one.about, ...fieldOf(columnId, typed.trim()) };
    if (value.name === '') return 'It needs a name.';
    const failure = await changeCanned(one.id, { group: 'about', value });
    return failure && wordBriefly(failure);
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    const failure = await removeFromLibrary('canned', ids);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else toast({ text: 'Deleted from my lines', tone: 'ok', undo: () => void undoLibrary('canned') });
  };
  return (
    <div className='library'>
      <div className='library-bar'>
        <input
          className='ui-input library-search'
          type='search'
          aria-label='Find my lines'
          placeholder='Name, keyword or words of a line'
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <output className='library-count' aria-live='polite'>
          {text === '' ? `${canned.length} kept` : `${found.length} found`}
        </output>
      </div>
      <div className='library-two'>
        <Grid
          label='My lines'
          select='cells'
          columns={columns}
          source={source}
          empty={<NoLines searched={text !== ''} />}
          onActiveChange={(cell) => setActive(cell?.rowKey)}
          {...(denied === undefined && { onCommit: commit, onDeleteRows: (ids) => void remove(ids) })}
        />
        {shown !== undefined && <Lines canned={shown} />}
      </div>
    </div>
  );
}

const NoLines = ({ searched }: { readonly searched: boolean }) =>
  searched ? (
    <EmptyState icon='search' title='Nothing matches' />
  ) : (
    <EmptyState
      icon='list'
      title='No lines kept yet'
      text='Select lines in an estimate and choose Estimate › Keep lines as my lines.'
    />
  );

function Lines({ canned }: { readonly canned: Canned }) {
  return (
    <section className='library-lines' aria-label={`Lines of ${canned.about.name}`}>
      <h2>{canned.about.name}</h2>
      <table>
        <tbody>
          {(canned.content?.lines ?? []).map((line, i) => (
            <tr key={String(i)}>
              <td>{operationWords[line.work?.operation ?? 'none'].name}</td>
              <td>{line.text?.description}</td>
              <td>{figures(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const empty = {
  part: emptyGroup(lineSpec, 'part'),
  labor: emptyGroup(lineSpec, 'labor'),
  refinish: emptyGroup(lineSpec, 'refinish'),
};

function figures({ part = empty.part, labor = empty.labor, refinish = empty.refinish }: LineContent): string {
  const price = printPrice(part);
  const paint = printRefinish(refinish);
  return [price && `$${price}`, printLabor(labor), paint && `${paint} paint`].filter(Boolean).join(' · ');
}

const columns: readonly Column<Canned>[] = [
  {
    id: 'name',
    title: 'Name',
    width: 240,
    grow: true,
    alwaysShown: true,
    text: ({ about }) => about.name,
    editor: { kind: 'text', maxLength: 80 },
  },
  {
    id: 'kind',
    title: 'Kind',
    width: 140,
    text: ({ about }) => cannedChoices.find(({ value }) => value === about.kind)?.label ?? '',
    editor: { kind: 'choice', choices: cannedChoices },
  },
  {
    id: 'keywords',
    title: 'Keywords',
    width: 200,
    grow: true,
    text: ({ about }) => about.keywords,
    editor: { kind: 'text', maxLength: 200 },
  },
  { id: 'lines', title: 'Lines', width: 80, text: wordLines },
];

function fieldOf(columnId: string, text: string): Partial<Canned['about']> {
  if (columnId === 'name') return { name: text };
  if (columnId === 'keywords') return { keywords: text };
  const kind = cannedChoices.find(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase());
  return kind === undefined ? {} : { kind: kind.value };
}

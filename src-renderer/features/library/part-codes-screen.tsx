// The part codes of the shop: a sheet to type into, to search, and to take in from a table.
import { useMemo, useRef, useState } from 'react';
import { findPartCodes } from '../../../src-shared/domain/library/find.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { addToLibrary, loadLibrary, removeFromLibrary, undoLibrary, useLibrary } from '../../stores/library/library.ts';
import { exportPartCodes } from '../../stores/library/part-code-files.ts';
import { useDenied } from '../../stores/session.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { ImportDialog } from './import-dialog.tsx';
import { commitPartCode, partCodeGridColumns } from './part-code-columns.ts';
import './library.css';

export function PartCodesScreen() {
  const sheet = useLibrary((library) => library.sheet);
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ partCodes }) => <PartCodes partCodes={partCodes} />}
    </LoadingView>
  );
}

function PartCodes({ partCodes }: { readonly partCodes: readonly PartCode[] }) {
  const denied = useDenied('edit-library');
  const toast = useToast();
  const grid = useRef<GridHandle>(null);
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>();
  const found = useMemo(() => findPartCodes(partCodes, text, partCodes.length), [partCodes, text]);
  const source = useArrayRows(useMemo(() => found.map((code) => dataRow(code.id, code)), [found]));

  const add = async (): Promise<string | undefined> => {
    const reply = await addToLibrary({ kind: 'part-code', records: [{ code: { code: freeCode(partCodes) } }] });
    if (reply.ok) return reply.value[0];
    toast({ text: wordBriefly(reply.failure), tone: 'error' });
    return undefined;
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    const failure = await removeFromLibrary('part-code', ids);
    const count = ids.length === 1 ? 'A part code' : `${ids.length} part codes`;
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else toast({ text: `${count} deleted`, tone: 'ok', undo: () => void undoLibrary('part-code') });
  };
  const save = async (): Promise<void> => {
    const reply = await exportPartCodes();
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else if (reply.value !== null)
      toast({ text: `${partCodes.length} part codes written to ${reply.value.file}`, tone: 'ok' });
  };
  return (
    <div className='library'>
      <div className='library-bar'>
        <Button
          icon='add'
          disabledReason={denied}
          onPress={() => void add().then((id) => id && grid.current?.edit({ rowKey: id, columnId: 'code' }))}
        >
          New part code
        </Button>
        <FileButton disabledReason={denied} onFile={setFile} />
        <Button icon='save' onPress={() => void save()}>
          Export CSV
        </Button>
        <input
          className='ui-input library-search'
          type='search'
          aria-label='Find part codes'
          placeholder='Code, description or part number'
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <output className='library-count' aria-live='polite'>
          {text === '' ? `${partCodes.length} part codes` : `${found.length} found`}
        </output>
      </div>
      <Grid
        ref={grid}
        label='Part codes'
        select='cells'
        columns={partCodeGridColumns}
        source={source}
        empty={<NoCodes searched={text !== ''} />}
        {...(denied === undefined && {
          onCommit: (cell, typed) => commitPartCode(partCodes, cell, typed),
          onNewRow: add,
          onDeleteRows: (ids) => void remove(ids),
        })}
      />
      {file !== undefined && <ImportDialog file={file} codes={partCodes} onClose={() => setFile(undefined)} />}
    </div>
  );
}

const NoCodes = ({ searched }: { readonly searched: boolean }) =>
  searched ? (
    <EmptyState icon='search' title='No part code matches' />
  ) : (
    <EmptyState
      icon='list'
      title='No part codes yet'
      text='Type a code into a line of an estimate and it is filled: part, price and hours. Import them from a CSV table.'
    />
  );

const largestFile = 5 * 1024 * 1024;

type Chosen = { readonly name: string; readonly text: string };

function FileButton({
  disabledReason,
  onFile,
}: {
  readonly disabledReason: string | undefined;
  readonly onFile: (file: Chosen) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > largestFile) return toast({ text: `${file.name} is too large: at most 5 MB.`, tone: 'error' });
    onFile({ name: file.name, text: textOf(await file.arrayBuffer()) });
  };
  return (
    <>
      <Button icon='file' disabledReason={disabledReason} onPress={() => input.current?.click()}>
        Import CSV
      </Button>
      <input
        ref={input}
        type='file'
        hidden
        accept='.csv,.txt,.tsv,text/csv'
        aria-label='CSV file of part codes'
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          void take(file);
        }}
      />
    </>
  );
}

/** Spreadsheets write UTF-8 or the Western code page of Windows. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function freeCode(codes: readonly PartCode[]): string {
  const taken = new Set(codes.map(({ code }) => code.code.toUpperCase()));
  for (let n = 1; ; n += 1) if (!taken.has(`NEW${n}`)) return `NEW${n}`;
}

// What a table of part codes would bring, row by row, before it is taken in.
import { useMemo, useState } from 'react';
import { readCsv } from '../../../src-shared/base/csv.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import { type PartCodeRow, readPartCodes } from '../../../src-shared/domain/library/part-code-rows.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { takeInPartCodes, takeOutAgain } from '../../stores/library/part-code-files.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordImport, wordRow } from '../../words/library-words.ts';

type Importing = {
  readonly file: { readonly name: string; readonly text: string };
  readonly codes: readonly PartCode[];
  readonly onClose: () => void;
};

const mostShown = 300;

export function ImportDialog({ file, codes, onClose }: Importing) {
  // The table is read once: what is taken in changes the codes beside it.
  const [rows] = useState(() => readPartCodes(readCsv(file.text), codes));
  const [done, setDone] = useState<number>();
  const toast = useToast();
  const taken = rows.filter(({ standing }) => standing === 'new' || standing === 'changed');
  const shown = useMemo(() => [...rows].sort(wrongFirst).slice(0, mostShown), [rows]);
  const take = async (): Promise<void> => {
    setDone(0);
    const came = await takeInPartCodes(rows, setDone);
    setDone(undefined);
    if (came.failure !== undefined) return toast({ text: wordBriefly(came.failure), tone: 'error' });
    onClose();
    toast({ text: `${taken.length} part codes taken in`, tone: 'ok', undo: () => void takeOutAgain(came) });
  };
  return (
    <Dialog
      open
      title={`Import part codes from ${file.name}`}
      action={{
        title: done === undefined ? `Take in ${taken.length} part codes` : `${done} of ${taken.length} taken in`,
        run: () => void take(),
        busy: done !== undefined,
        disabledReason: taken.length === 0 ? 'No row brings anything new.' : undefined,
      }}
      onClose={onClose}
    >
      <p>{wordImport(rows)}</p>
      <div className='library-rows'>
        <table>
          <thead>
            <tr>
              <th scope='col'>Row</th>
              <th scope='col'>Code</th>
              <th scope='col'>Description</th>
              <th scope='col'>What happens</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td>{row.standing === 'wrong' ? '' : row.groups.code.code}</td>
                <td>{row.standing === 'wrong' ? '' : row.groups.text.description}</td>
                <td>{wordRow(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

const order: readonly PartCodeRow['standing'][] = ['wrong', 'twice', 'changed', 'new', 'same'];
const wrongFirst = (one: PartCodeRow, other: PartCodeRow): number =>
  order.indexOf(one.standing) - order.indexOf(other.standing) || one.row - other.row;

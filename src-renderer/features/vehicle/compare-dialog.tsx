// What was typed beside what the VIN says, before anything typed is replaced.
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import type { Difference } from './compare-decoding.ts';
import type { Choice } from './use-decoding.ts';

export type CompareDialogProps = {
  readonly differences: readonly Difference[];
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
};

export function CompareDialog({ differences, onChoose, onClose }: CompareDialogProps) {
  return (
    <Dialog
      open
      title='The VIN says something else'
      action={{ title: 'Use what the VIN says', run: () => onChoose('all') }}
      extra={[{ title: 'Fill only empty fields', run: () => onChoose('empty') }]}
      onClose={onClose}
    >
      <p>These fields were typed by hand and differ. Nothing is replaced until you choose; undo takes it back.</p>
      <table className='compare'>
        <thead>
          <tr>
            <th scope='col'>Field</th>
            <th scope='col'>Typed</th>
            <th scope='col'>From the VIN</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ name, typed, decoded }) => (
            <tr key={name}>
              <th scope='row'>{name}</th>
              <td>{typed}</td>
              <td>{decoded}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

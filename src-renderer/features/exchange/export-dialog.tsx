// Exporting an estimate: what of it goes along, for a whole set tells more of people than most receivers need.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { EmsTableName } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import type { ExportedEstimate } from '../../../src-shared/ipc/exchange-requests.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { exportBms, exportEms, useExchange } from '../../stores/exchange.ts';
import { closeOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { tellExport } from './tell-export.ts';
import './exchange.css';

const parts = [
  ['people', 'Owner, insurer and claim (AD1, AD2)', ['ad1', 'ad2']],
  ['vehicle', 'Vehicle (VEH)', ['veh']],
  ['profile', 'Rates and taxes (PFH, PFL, PFM, PFO, PFP, PFT)', ['pfh', 'pfl', 'pfm', 'pfo', 'pfp', 'pft']],
  ['totals', 'Totals by category (STL)', ['stl']],
  ['suppliers', 'Suppliers of parts (VEN)', ['ven']],
] as const;
type Part = (typeof parts)[number][0];
const always: readonly EmsTableName[] = ['env', 'lin', 'ttl'];

export function ExportDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'export');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenExportDialog workfileId={workfileId} /> : null;
}

function OpenExportDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const format = useExchange(({ exporting }) => exporting);
  const [chosen, setChosen] = useState<Readonly<Record<Part, boolean>>>({
    people: true,
    vehicle: true,
    profile: true,
    totals: true,
    suppliers: true,
  });
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const run = async (): Promise<void> => {
    setBusy(true);
    const reply: Result<ExportedEstimate> =
      format === 'ems'
        ? await exportEms(workfileId, [...always, ...parts.flatMap(([part, , tables]) => (chosen[part] ? tables : []))])
        : await exportBms(workfileId, { people: chosen.people, profile: chosen.profile });
    setBusy(false);
    if (reply.ok && reply.value === null) return;
    closeOverlay('export');
    tellExport(toast, reply);
  };
  const shown = format === 'ems' ? parts : parts.filter(([part]) => part === 'people' || part === 'profile');
  return (
    <Dialog
      open
      title={format === 'ems' ? 'Export to EMS' : 'Export BMS'}
      action={{ title: format === 'ems' ? 'Choose a folder…' : 'Choose a file…', run: () => void run(), busy }}
      onClose={() => closeOverlay('export')}
    >
      <p>Lines and the grand total always go along. Leave out what the receiver does not need.</p>
      <div className='exchange-parts'>
        {shown.map(([part, words]) => (
          <label key={part}>
            <input
              type='checkbox'
              checked={chosen[part]}
              onChange={(event) => setChosen((before) => ({ ...before, [part]: event.target.checked }))}
            />{' '}
            {format === 'ems' ? words : words.replace(/ \(.*\)$/, '')}
          </label>
        ))}
      </div>
    </Dialog>
  );
}

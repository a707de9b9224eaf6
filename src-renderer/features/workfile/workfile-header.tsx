// The strip above every section: what one must know of a workfile at a glance.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { isTotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { workfileLabel } from '../../../src-shared/domain/workfile/workfile.ts';
import { useBalance } from '../../stores/workfile/balance.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordLoss } from '../../words/life/loss-words.ts';
import { stageWords } from '../../words/workfile-words.ts';
import { PendingMarks } from './pending-marks.tsx';
import { PresenceChip } from './presence-chip.tsx';

export function WorkfileHeader({ workfileId }: { readonly workfileId: WorkfileId }) {
  const workfile = useSheet(workfileId, (sheet) => sheet.workfile);
  const owner = useSheet(workfileId, (sheet) => sheet.contacts.find((contact) => contact.parent.role === 'owner'));
  const vehicle = useSheet(workfileId, (sheet) => sheet.vehicle);
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const estimate = useSheet(workfileId, (sheet) => sheet.estimate);
  const stage = `${stageWords[workfile.stage.stage]}${isLocked(estimate) ? ', locked' : ''}`;
  const version = `${estimate.version.label}${isLocked(estimate) ? ' locked' : ' open'}`;
  return (
    <section className='workfile-header' aria-label='Workfile summary'>
      <h1>{workfileLabel(workfile.id, workfile.number.ro)}</h1>
      <span className='workfile-stage'>{stage}</span>
      {estimate.version.label !== 'E01' && <span className='workfile-stage'>{version}</span>}
      {isTotalLoss(workfile) && (
        <span className='workfile-stage workfile-loss' title={wordLoss(workfile.totalLoss)}>
          Total loss
        </span>
      )}
      <PendingMarks workfileId={workfileId} />
      <PresenceChip workfileId={workfileId} />
      <dl>
        <Fact name='Owner' value={owner && contactLabel(owner.name)} strong />
        <Fact name='Vehicle' value={vehicleLabel(vehicle.identity)} />
        <Fact name='Color' value={vehicle.paint.color} />
        <Fact
          name='Plate'
          value={[vehicle.plate.number, vehicle.plate.state].filter((part) => part !== '').join(' ')}
        />
        <Fact name='Insurance' value={insurance.company.name || payerWords(insurance.payer.payer)} />
        <Fact name='VIN' value={vehicle.identity.vin} />
        <Fact name='Estimator' value={workfile.tracking.estimator} />
      </dl>
      <HeaderTotal workfileId={workfileId} />
    </section>
  );
}

function Fact({
  name,
  value,
  strong,
}: {
  readonly name: string;
  readonly value: string | undefined;
  readonly strong?: boolean;
}) {
  return (
    <div className={strong ? 'workfile-fact workfile-fact-strong' : 'workfile-fact'}>
      <dt>{name}</dt>
      <dd title={value || undefined}>{value || '–'}</dd>
    </div>
  );
}

function HeaderTotal({ workfileId }: { readonly workfileId: WorkfileId }) {
  const { totals } = usePricedSheet(workfileId);
  const { due } = useBalance(workfileId);
  return (
    <>
      <div className='workfile-total'>
        <span>Total</span>
        <strong data-testid='workfile-total'>{printMoney(totals.grandTotal)}</strong>
      </div>
      <div className='workfile-total'>
        <span>Balance</span>
        <strong data-testid='workfile-balance'>{printMoney(due)}</strong>
      </div>
    </>
  );
}

const payerWords = (payer: string): string => (payer === 'Not Specified' ? '' : payer);

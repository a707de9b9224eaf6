// One workfile at a glance: what it waits for, who, what, who pays, when, how much, and what was said last.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { deductibleOf } from '../../../src-shared/domain/insurance/insurance.ts';
import { diaryOf } from '../../../src-shared/domain/note/diary.ts';
import { contactLabel, phonesOf } from '../../../src-shared/domain/people/contact.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { isEstimateStage } from '../../../src-shared/domain/workfile/workfile.ts';
import { MilestoneBar } from '../../../src-ui/feedback/milestone-bar.tsx';
import { useClock } from '../../stores/clock.ts';
import { useBalance } from '../../stores/workfile/balance.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useProgress } from '../../stores/workfile/progress.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { noteByline, noteStart } from '../../words/evidence/note-words.ts';
import { Card, Facts } from './card.tsx';
import { NextStepCard } from './next-step.tsx';
import './overview.css';

type Props = { readonly workfileId: WorkfileId };

export function OverviewScreen({ workfileId }: Props) {
  return (
    <div className='form-screen'>
      <div className='overview'>
        <NextStepCard workfileId={workfileId} />
        <PlanCard workfileId={workfileId} />
        <div className='form-columns'>
          <div className='form-stack'>
            <OwnerCard workfileId={workfileId} />
            <InsuranceCard workfileId={workfileId} />
            <NotesCard workfileId={workfileId} />
          </div>
          <div className='form-stack'>
            <VehicleCard workfileId={workfileId} />
            <MoneyCard workfileId={workfileId} />
          </div>
        </div>
      </div>
    </div>
  );
}

function PlanCard({ workfileId }: Props) {
  const isEstimate = useSheet(workfileId, ({ workfile }) => isEstimateStage(workfile.stage.stage));
  const progress = useProgress(workfileId);
  return (
    <Card workfileId={workfileId} title={isEstimate ? 'Events' : 'Repair plan'} section='plan'>
      <MilestoneBar label='How far the repair is' {...progress} />
    </Card>
  );
}

function OwnerCard({ workfileId }: Props) {
  const owner = useSheet(workfileId, ({ contacts }) => contacts.find(({ parent }) => parent.role === 'owner'));
  const facts: readonly (readonly [string, string])[] =
    owner === undefined
      ? []
      : [
          ['Name', contactLabel(owner.name)],
          ['Phone', phonesOf(owner).join(', ')],
          ['Email', owner.email.address],
          ['City', owner.address.city],
        ];
  return (
    <Card workfileId={workfileId} title='Owner' section='contacts'>
      <Facts facts={facts} none='Nobody is named yet.' />
    </Card>
  );
}

function VehicleCard({ workfileId }: Props) {
  const { identity, plate, mileageIn, paint } = useSheet(workfileId, ({ vehicle }) => vehicle);
  const facts: readonly (readonly [string, string])[] = [
    ['Vehicle', vehicleLabel(identity)],
    ['VIN', identity.vin],
    ['Plate', `${plate.number} ${plate.state}`.trim()],
    ['Mileage in', mileageIn.miles === 0 ? '' : mileageIn.miles.toLocaleString('en-US')],
    ['Color', paint.color],
  ];
  return (
    <Card workfileId={workfileId} title='Vehicle' section='vehicle'>
      <Facts facts={facts} none='No vehicle yet: type or paste its VIN.' />
    </Card>
  );
}

function InsuranceCard({ workfileId }: Props) {
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const { payer, company, claim } = insurance;
  const deductible = deductibleOf(insurance);
  const facts: readonly (readonly [string, string])[] = [
    ['Payer', payer.payer === 'Not Specified' ? '' : payer.payer],
    ['Company', company.name],
    ['Claim', claim.number],
    ['Deductible', deductible > 0 ? printMoney(cents(deductible)) : ''],
  ];
  return (
    <Card workfileId={workfileId} title='Insurance' section='insurance'>
      <Facts facts={facts} none='Who pays is not said yet.' />
    </Card>
  );
}

function MoneyCard({ workfileId }: Props) {
  const { totals } = usePricedSheet(workfileId);
  const { received, due } = useBalance(workfileId);
  const facts: readonly (readonly [string, string])[] = [
    ['Grand Total', printMoney(totals.grandTotal)],
    ['Customer pays', printMoney(totals.customerPays)],
    ['Insurer pays', printMoney(totals.insurerPays)],
    ['Received', printMoney(received)],
    ['Balance due', printMoney(due)],
  ];
  return (
    <Card workfileId={workfileId} title='Money' section='receipts'>
      <Facts facts={facts} none='' />
    </Card>
  );
}

const newestNotes = 3;

function NotesCard({ workfileId }: Props) {
  const notes = useSheet(workfileId, (sheet) => sheet.notes);
  const clock = useClock();
  const newest = diaryOf(notes).slice(0, newestNotes);
  return (
    <Card workfileId={workfileId} title='Notes' section='notes'>
      {newest.length === 0 ? (
        <p className='overview-none'>No notes yet.</p>
      ) : (
        <ul className='overview-notes'>
          {newest.map(({ first, now: said }) => (
            <li key={first.id}>
              {noteStart(said)} <small>{noteByline(said, clock)}</small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

// Whose repair it is: RO number, customer, amount, insurer, vehicle and VIN on one strip.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { workfileLabel } from '../../../src-shared/domain/workfile/workfile.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';

export function DmsHeader({ workfileId }: { readonly workfileId: WorkfileId }) {
  const label = useSheet(workfileId, ({ workfile }) => workfileLabel(workfile.id, workfile.number.ro));
  const owner = useSheet(workfileId, ({ contacts }) => contacts.find(({ parent }) => parent.role === 'owner'));
  const insurer = useSheet(workfileId, ({ insurance }) => insurance.company.name);
  const { identity } = useSheet(workfileId, ({ vehicle }) => vehicle);
  const { totals } = usePricedSheet(workfileId);
  const customer = owner === undefined ? '' : contactLabel(owner.name);
  return (
    <section className='dms-header' aria-label='Workfile summary'>
      <h1>{label}</h1>
      <Fact text={customer} none='No customer' />
      <Fact text={`$${printMoney(totals.grandTotal)}`} none='' />
      <Fact text={insurer} none='No insurer' />
      <Fact text={vehicleLabel(identity)} none='No vehicle' />
      <Fact text={identity.vin} none='No VIN' />
    </section>
  );
}

function Fact({ text, none }: { readonly text: string; readonly none: string }) {
  return text === '' ? <span className='dms-none'>{none}</span> : <span title={text}>{text}</span>;
}

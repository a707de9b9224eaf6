// Finds the workfile's customer in the dealer's system, or makes the owner a new one there.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PartnerCustomer } from '../../../src-shared/domain/dms/partner.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { setDmsId, useShopConnection } from '../../stores/dms/dms.ts';
import { exportNewCustomer, findDmsCustomers } from '../../stores/dms/search.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { unlistedCustomer } from '../../words/dms/search-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { SearchDialog } from './search-dialog.tsx';

const columns: readonly Column<PartnerCustomer>[] = [
  { id: 'id', title: 'Customer ID', width: 110, alwaysShown: true, text: ({ customerId }) => customerId },
  { id: 'last', title: 'Last Name', width: 130, text: ({ last }) => last },
  { id: 'first', title: 'First Name', width: 120, text: ({ first }) => first },
  { id: 'company', title: 'Company', width: 150, text: ({ company }) => company },
  { id: 'phone', title: 'Phone Number', width: 130, text: ({ phone }) => phone },
  { id: 'address', title: 'Address', width: 200, grow: true, text: ({ address }) => address },
];
const idOf = ({ customerId }: PartnerCustomer): string => customerId;

export type SearchProps = { readonly workfileId: WorkfileId; readonly onClose: () => void };

export function CustomerSearch({ workfileId, onClose }: SearchProps) {
  const owner = useSheet(workfileId, ({ contacts }) => contacts.find(({ parent }) => parent.role === 'owner'));
  const takes = useShopConnection()?.takes;
  const toast = useToast();
  const { last = '', first = '', company = '' } = owner?.name ?? {};
  const settle = async (failure: ReturnType<typeof exportNewCustomer>): Promise<void> => {
    const said = await failure;
    if (said !== undefined) toast({ text: wordBriefly(said), tone: 'error' });
    else onClose();
  };
  const unnamed = last + company === '' ? 'The owner has no last name or company yet.' : undefined;
  return (
    <SearchDialog
      title='DMS customers'
      label='Name, company or phone number'
      first={
        [last, first]
          .filter((part) => part !== '')
          .join(' ')
          .slice(0, 80) || company.slice(0, 80)
      }
      maxLength={80}
      find={findDmsCustomers}
      columns={columns}
      idOf={idOf}
      searches={takes?.customerSearch === true}
      unlisted={{
        words: unlistedCustomer,
        disabledReason: takes?.newCustomers === true ? unnamed : 'This DMS partner takes no new customers.',
        next: () => void settle(exportNewCustomer(workfileId)),
      }}
      onPick={({ customerId }) => void settle(setDmsId(workfileId, 'dmsCustomerId', customerId, 'matched'))}
      onClose={onClose}
    />
  );
}

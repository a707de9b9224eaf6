// The insurance companies that the shop works with, and which of them are kept informed.
import type { Insurer } from '../../../src-shared/domain/insurance/insurer.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { loadLibrary, useLibrary } from '../../stores/library/library.ts';
import { useDenied } from '../../stores/session.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { InsurerForm } from './insurer-form.tsx';
import { aboutName, NamedList, rowFinder } from './named-list.tsx';
import { NewNameDialog } from './new-name-dialog.tsx';

export function InsurersScreen() {
  const sheet = useLibrary((library) => library.sheet);
  const denied = useDenied('edit-insurers');
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ insurers }) => (
        <NamedList
          kind='insurer'
          records={insurers}
          columns={columns}
          denied={denied}
          words={words}
          nameOf={aboutName}
          nameField='about/name'
          finder={finder}
          renderNew={(close) => <NewNameDialog kind='insurer' one={words.one} records={insurers} onClose={close} />}
          renderForm={(insurer) => <InsurerForm insurer={insurer} insurers={insurers} disabledReason={denied} />}
        />
      )}
    </LoadingView>
  );
}

const words = {
  many: 'Insurance companies',
  one: 'insurance company',
  search: 'Name, claim office or phone',
  purpose: 'Workfiles name them, and UpdatePlus asks which of them take part.',
} as const;

const columns: readonly Column<Insurer>[] = [
  { id: 'name', title: 'Name', width: 200, grow: true, alwaysShown: true, text: ({ about }) => about.name },
  {
    id: 'offices',
    title: 'Claim offices',
    width: 180,
    grow: true,
    text: ({ offices }) => (offices?.list ?? []).map(({ name }) => name).join(', '),
  },
  { id: 'phone', title: 'Phone', width: 130, text: ({ phones }) => phones?.phone ?? '' },
  { id: 'updatePlus', title: 'UpdatePlus', width: 92, text: ({ updatePlus }) => (updatePlus.isOn ? 'On' : 'Off') },
  {
    id: 'updates',
    title: 'Customer updates',
    width: 132,
    text: ({ customerUpdates }) => (customerUpdates.isOn ? 'On' : 'Off'),
  },
  { id: 'standing', title: 'Status', width: 80, text: ({ standing }) => (standing.isActive ? 'Active' : 'Inactive') },
];
const finder = rowFinder(columns);

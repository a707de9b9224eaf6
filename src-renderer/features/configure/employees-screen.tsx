// The employees of the shop: who can be an estimator, and under which address UpdatePlus knows them.
import type { Employee } from '../../../src-shared/domain/people/employee.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { loadLibrary, useLibrary } from '../../stores/library/library.ts';
import { useDenied } from '../../stores/session.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { EmployeeForm } from './employee-form.tsx';
import { aboutName, NamedList, rowFinder } from './named-list.tsx';
import { NewNameDialog } from './new-name-dialog.tsx';

export function EmployeesScreen() {
  const sheet = useLibrary((library) => library.sheet);
  const denied = useDenied('edit-employees');
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ employees }) => (
        <NamedList
          kind='employee'
          records={employees}
          columns={columns}
          denied={denied}
          words={words}
          nameOf={aboutName}
          nameField='about/name'
          finder={finder}
          renderNew={(close) => <NewNameDialog kind='employee' one={words.one} records={employees} onClose={close} />}
          renderForm={(employee) => <EmployeeForm employee={employee} employees={employees} disabledReason={denied} />}
        />
      )}
    </LoadingView>
  );
}

const words = {
  many: 'Employees',
  one: 'employee',
  search: 'Name, role, email or phone',
  purpose: 'Estimators are chosen in workfiles; with an email address they can use UpdatePlus.',
} as const;

const columns: readonly Column<Employee>[] = [
  { id: 'name', title: 'Name', width: 180, grow: true, alwaysShown: true, text: ({ about }) => about.name },
  { id: 'roles', title: 'Role', width: 180, grow: true, text: ({ about }) => about.roles },
  { id: 'estimator', title: 'Estimator', width: 84, text: ({ estimator }) => (estimator.isEstimator ? 'Yes' : '') },
  { id: 'email', title: 'Email', width: 200, grow: true, text: ({ email }) => email.address },
  { id: 'phone', title: 'Phone', width: 130, text: ({ phone }) => phone.number },
  { id: 'standing', title: 'Status', width: 80, text: ({ standing }) => (standing.isActive ? 'Active' : 'Inactive') },
];
const finder = rowFinder(columns);

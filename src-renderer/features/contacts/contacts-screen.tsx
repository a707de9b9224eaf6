// Who the people of a workfile are, and how to reach them.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { ContactRole } from '../../../src-shared/domain/people/contact.ts';
import { referralSources } from '../../../src-shared/domain/workfile/workfile.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { choicesNamed } from '../../../src-ui/choice/choice.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { useEstimators } from '../../stores/library/employees.ts';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { addContact } from '../../stores/workfile/edits.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { promisePlace, usePromisePoints } from '../../stores/workfile/plan.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { missingWords } from '../../words/plan/promise-words.ts';
import { ContactCard } from './contact-card.tsx';

const order: readonly ContactRole[] = ['owner', 'insured', 'claimant', 'other'];
const addable: readonly { readonly role: ContactRole; readonly title: string }[] = [
  { role: 'owner', title: 'Add owner' },
  { role: 'insured', title: 'Add insured' },
  { role: 'claimant', title: 'Add claimant' },
  { role: 'other', title: 'Add other contact' },
];

export function ContactsScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const contacts = useSheet(workfileId, (sheet) => sheet.contacts);
  const denied = useCannotEdit(workfileId, 'edit-contacts');
  const toast = useToast();
  const sorted = contacts.toSorted((one, other) => order.indexOf(one.parent.role) - order.indexOf(other.parent.role));
  const missing = addable.filter(
    ({ role }) => role === 'other' || contacts.every(({ parent }) => parent.role !== role),
  );

  const add = async (role: ContactRole): Promise<void> => {
    const reply = await addContact(workfileId, role);
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else requestAnimationFrame(() => document.getElementById(`contact:${reply.value}:name.first`)?.focus());
  };

  return (
    <div className='form-screen'>
      <div className='form-columns'>
        {sorted.map((contact) => (
          <ContactCard key={contact.id} workfileId={workfileId} contact={contact} disabledReason={denied} />
        ))}
        <div className='form-stack'>
          <Tracking workfileId={workfileId} />
          <div className='contacts-add'>
            {missing.map(({ role, title }) => (
              <Button key={role} icon='add' disabledReason={denied} onPress={() => void add(role)}>
                {title}
              </Button>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

const referralChoices = referralSources.map((value) => ({ value, label: value }));

function Tracking({ workfileId }: { readonly workfileId: WorkfileId }) {
  const workfile = useSheet(workfileId, (sheet) => sheet.workfile);
  const disabledReason = useCannotEdit(workfileId, 'create-workfiles');
  const conflicts = useConflicts(workfileId);
  const fields = tieFields({ workfileId, kind: 'workfile', record: workfile, disabledReason, conflicts });
  const estimators = useEstimators();
  return (
    <FieldGroup title='Tracking'>
      <ChoiceField
        label='Estimator'
        free
        choices={choicesNamed(estimators)}
        {...fields.text('tracking', 'estimator')}
      />
      <ChoiceField label='Referral source' free choices={referralChoices} {...fields.text('referral', 'source')} />
      <PromiseWay workfileId={workfileId} />
    </FieldGroup>
  );
}

/** What of a promise job is missing, and the way to all of it. */
function PromiseWay({ workfileId }: { readonly workfileId: WorkfileId }) {
  const missing = usePromisePoints(workfileId).filter(({ met }) => !met).length;
  return (
    <div className='contact-customer'>
      <span>{missingWords(missing)}</span>
      <Button look='quiet' icon='arrow' onPress={() => goToPlace(workfileId, promisePlace(workfileId))}>
        {missing === 0 ? 'Promise job' : 'Why no promise job?'}
      </Button>
    </div>
  );
}

// Sets up the connection: the partner, the dealer's store, its credentials, which nobody can read again, and what it calls receipts.
import { useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Capabilities } from '../../../src-shared/domain/dms/partner.ts';
import { checkSettings, wrongSecrets } from '../../../src-shared/domain/dms/settings/check-settings.ts';
import {
  type DmsPartner,
  dmsPartnerNames,
  dmsPartners,
  dmsSecretNames,
} from '../../../src-shared/domain/dms/settings/connection.ts';
import { takesOf, updatesOf } from '../../../src-shared/domain/dms/shop-connection.ts';
import type { ConnectionAnswer } from '../../../src-shared/sync/dms.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import {
  type ConnectionDraft,
  capabilitiesTyped,
  changeConnection,
  choosePartner,
  discardConnection,
  draftOf,
  saveConnection,
  secretsKept,
  secretsMissing,
  testConnection,
  useConnectionForm,
} from '../../stores/dms/connection.ts';
import { say } from '../../stores/shell.ts';
import { whyNotSave, wordNotSaved } from '../../words/dms/connection-words.ts';
import { secretName, settingGroups } from '../../words/dms/setting-words.ts';
import { DmsConnectionTest } from './dms-connection-test.tsx';
import { DmsPartnerTakes } from './dms-partner-takes.tsx';
import { DmsSettingField } from './dms-setting-field.tsx';

type Props = { readonly known: ConnectionAnswer };
type DraftProps = Props & { readonly draft: ConnectionDraft };

/** What the cloud has a way to, and what the shop has already. */
function choicesOf({ partners, connection }: ConnectionAnswer) {
  const offered = dmsPartners.filter((one) => partners?.includes(one) !== false || one === connection?.setup.partner);
  return offered.map((partner) => ({ value: partner, label: dmsPartnerNames[partner] }));
}

export function DmsConnectionForm({ known }: Props) {
  const typed = useConnectionForm((form) => form.draft);
  const draft = typed ?? draftOf(known);
  const checked = checkSettings(draft.partner, draft.settings);
  const wrong = 'wrong' in checked ? checked.wrong : [];
  return (
    <section className='form-screen dms-connection-form' aria-label='DMS connection'>
      <ConnectionActs known={known} draft={draft} isTyped={typed !== undefined} wrong={wrong} />
      <FieldGroup title='DMS connection'>
        <ChoiceField
          label='Partner'
          value={draft.partner}
          choices={choicesOf(known)}
          onCommit={(partner) => choosePartner(partner as DmsPartner)}
        />
        <CheckField
          label='The shop uses its DMS'
          value={draft.on}
          hint='Off: no IDs, searches or exports; what is known stays'
          onCommit={(on) => changeConnection({ on })}
        />
      </FieldGroup>
      {settingGroups[draft.partner].map(({ title, fields }) => (
        <FieldGroup key={`${draft.partner} ${title}`} title={title}>
          {fields.map((field) => (
            <DmsSettingField key={field.name} field={field} settings={draft.settings} wrong={wrong} />
          ))}
        </FieldGroup>
      ))}
      <Secrets known={known} draft={draft} />
      <Takes capabilities={capabilitiesTyped(known, draft)} />
      <DmsConnectionTest />
    </section>
  );
}

function Takes({ capabilities }: { readonly capabilities: Capabilities }) {
  return (
    <section aria-label='What this partner takes'>
      <h3>What this partner takes</h3>
      <dl className='configure-facts'>
        <DmsPartnerTakes takes={takesOf(capabilities)} updates={updatesOf(capabilities)} />
      </dl>
    </section>
  );
}

type ActsProps = DraftProps & { readonly isTyped: boolean; readonly wrong: readonly string[] };

function ConnectionActs({ known, draft, isTyped, wrong }: ActsProps) {
  const isTesting = useConnectionForm(({ tested }) => tested.kind === 'loading');
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const unsaved = isTyped ? undefined : 'nothing was changed.';
  const missing = draft.on ? secretsMissing(known, draft) : [];
  const credentials = { wrong: wrongSecrets(draft.partner, draft.secrets), missing };
  const save = async (): Promise<void> => {
    setSaving(true);
    const failed = await saveConnection();
    setSaving(false);
    setFailure(failed);
    if (failed === undefined) say('The DMS connection is saved');
  };
  const untested = known.connection === null ? 'save the connection first.' : undefined;
  return (
    <>
      <Toolbar
        label='DMS connection'
        items={[
          {
            id: 'save',
            title: 'Save',
            icon: 'check',
            disabledReason: isSaving ? 'it is being saved.' : (unsaved ?? whyNotSave(draft, wrong, credentials)),
            run: () => void save(),
          },
          { id: 'discard', title: 'Discard changes', disabledReason: unsaved, run: discardConnection },
          {
            id: 'test',
            title: 'Test connection',
            disabledReason: isTesting
              ? 'it is being tested.'
              : (untested ?? (isTyped ? 'save first: what is saved is tested.' : undefined)),
            run: () => void testConnection(),
          },
        ]}
      />
      {failure !== undefined && <MessageStrip tone='error' {...wordNotSaved(failure)} />}
    </>
  );
}

function Secrets({ known, draft }: DraftProps) {
  const names = dmsSecretNames[draft.partner];
  if (names.length === 0) return null;
  const kept = secretsKept(known, draft.partner);
  const wrong = wrongSecrets(draft.partner, draft.secrets);
  return (
    <FieldGroup title='Credentials'>
      {names.map((name) => (
        <TextField
          key={`${draft.partner} ${name}`}
          label={secretName(name)}
          secret
          maxLength={200}
          required={!kept.includes(name)}
          hint={kept.includes(name) ? 'Set; nobody can read it. Leave it empty to keep it' : 'Nobody can read it again'}
          value={draft.secrets[name] ?? ''}
          problem={wrong.includes(name) ? 'The partner does not write it like this.' : undefined}
          onCommit={(text) => changeConnection({ secrets: { ...draft.secrets, [name]: text.trim() } })}
        />
      ))}
    </FieldGroup>
  );
}

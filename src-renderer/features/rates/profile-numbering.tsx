// Where RO numbers come from, and which of them this PC may still give without a network.
import { useEffect } from 'react';
import { facilityProfile } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useLibrary } from '../../stores/library/library.ts';
import { readyValue } from '../../stores/loading.ts';
import { loadNumbering, useNumbering } from '../../stores/numbering.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { roPrefixText } from '../../words/formats.ts';
import type { PageProps } from './profile-editor.tsx';

export function ProfileNumbering({ profile, fields }: PageProps) {
  const state = useNumbering((numbering) => numbering.state);
  const counts = useLibrary(({ sheet }) => facilityProfile(readyValue(sheet)?.profiles ?? [])?.id === profile.id);
  useEffect(() => void loadNumbering(), []);
  const prefixField = fields.value('numbering', 'prefix', roPrefixText);
  return (
    <section className='profiles-words' aria-label='Numbering'>
      <p>
        A workfile gets its RO number when it becomes a repair order. The cloud sets blocks of numbers apart, one for
        each PC, so that every PC can give numbers without a network and none is given twice. Numbers of one PC rise one
        by one; between PCs there are gaps.
      </p>
      <FieldGroup>
        <ValueField
          label='Prefix of RO numbers'
          hint='Up to six capitals, digits and dashes, such as NS-'
          {...prefixField}
          onCommit={async (written) => {
            const refused = await prefixField.onCommit(written);
            void loadNumbering();
            return refused;
          }}
        />
      </FieldGroup>
      <p>{whenItCounts(counts)}</p>
      <LoadingView state={state} describe={wordFailure} onRetry={() => void loadNumbering()}>
        {({ pcName, prefix, blocks }) => (
          <>
            <h2>{`RO numbers of ${pcName}`}</h2>
            {blocks.length === 0 && (
              <p>None yet. A sync brings a block; until then conversions wait for the network.</p>
            )}
            {blocks.map(({ next, last }) => (
              <p
                key={next}
              >{`Next number ${prefix}${next}, the last of its block ${prefix}${last}: ${last - next + 1} left.`}</p>
            ))}
          </>
        )}
      </LoadingView>
    </section>
  );
}

/** When a prefix begins to stand before numbers, and where it does not. */
const whenItCounts = (counts: boolean): string =>
  counts
    ? 'It stands before every number given from now on, on each PC once it has synced. Numbers that were given stay as they are, and the digits alone keep every number apart from all others.'
    : 'It does not count now: the prefix of the shop’s default profile does.';

// One part of a workfile at a glance, and the way to its section.
import type { ReactNode } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { type Section, showSection } from '../../stores/workfile/workfiles.ts';

export type CardProps = {
  readonly workfileId: WorkfileId;
  readonly title: string;
  readonly section: Section;
  readonly children: ReactNode;
};

export function Card({ workfileId, title, section, children }: CardProps) {
  return (
    <section className='overview-card' aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button look='quiet' icon='arrow' onPress={() => showSection(workfileId, section)}>
          Open<span className='ui-hidden'> {title}</span>
        </Button>
      </header>
      {children}
    </section>
  );
}

/** What is known, name by name; what nobody has said is left out, and where nothing is known the card says so. */
export function Facts({
  facts,
  none,
}: {
  readonly facts: readonly (readonly [string, string])[];
  readonly none: string;
}) {
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return <p className='overview-none'>{none}</p>;
  return (
    <dl className='overview-facts'>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

// Every command (and whatever the page adds) by typing a few letters of it.
import { DialogSurface, Dialog as FluentDialog } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import './actions.css';
import { type Command, runCommand } from './command.ts';
import { findCommands } from './find-commands.ts';
import { Keys } from './keys.tsx';

export type CommandPaletteProps = {
  readonly open: boolean;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
  readonly placeholder?: string;
  readonly title?: string;
  /** Said where nothing fits. */
  readonly nothing?: (text: string) => string;
  /** Stands below the list: what was searched. */
  readonly note?: string;
  /** Told what is typed, so that found records can be added to the commands. */
  readonly onQuery?: (text: string) => void;
};

export function CommandPalette(props: CommandPaletteProps) {
  return (
    <FluentDialog
      open={props.open}
      onOpenChange={(_event, data) => {
        if (!data.open) props.onClose();
      }}
    >
      <DialogSurface className='ui-layer ui-palette' aria-label={props.title ?? 'Commands'}>
        {props.open && <PaletteBody {...props} />}
      </DialogSurface>
    </FluentDialog>
  );
}

function PaletteBody(props: CommandPaletteProps) {
  const { commands, onClose, placeholder = 'Type a command', onQuery, title = 'Commands', note } = props;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const found = findCommands(commands, text);
  const here = Math.min(marked, found.length - 1);

  const run = (command: Command | undefined): void => {
    if (command === undefined || command.disabledReason !== undefined) return;
    onClose();
    runCommand(command);
  };
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setMarked(Math.min(found.length - 1, Math.max(0, to)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(found[here]);
    }
  };

  return (
    <>
      <div className='ui-palette-box'>
        <Icon name='search' />
        <PaletteInput
          text={text}
          placeholder={placeholder}
          listId={listId}
          marked={found.length > 0 ? `${listId}-${here}` : undefined}
          onChange={(next) => {
            setText(next);
            setMarked(0);
            onQuery?.(next);
          }}
          onKey={press}
        />
      </div>
      <div role='listbox' id={listId} aria-label={title} className='ui-palette-list'>
        {found.map((command, index) => (
          <PaletteEntry
            key={command.id}
            id={`${listId}-${index}`}
            command={command}
            isMarked={index === here}
            onPick={() => run(command)}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p className='ui-palette-none'>{props.nothing?.(text) ?? `Nothing is called “${text}”.`}</p>
      )}
      {note && <p className='ui-palette-note'>{note}</p>}
    </>
  );
}

type PaletteInputProps = {
  readonly text: string;
  readonly placeholder: string;
  readonly listId: string;
  readonly marked: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
};

function PaletteInput({ text, placeholder, listId, marked, onChange, onKey }: PaletteInputProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <input
      ref={box}
      type='text'
      role='combobox'
      aria-expanded='true'
      aria-controls={listId}
      aria-activedescendant={marked}
      aria-label={placeholder}
      autoComplete='off'
      spellCheck={false}
      value={text}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKey}
    />
  );
}

type PaletteEntryProps = {
  readonly id: string;
  readonly command: Command;
  readonly isMarked: boolean;
  readonly onPick: () => void;
};

function PaletteEntry({ id, command, isMarked, onPick }: PaletteEntryProps) {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMarked) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  return (
    <div
      ref={entry}
      id={id}
      role='option'
      tabIndex={-1}
      aria-selected={isMarked}
      aria-disabled={command.disabledReason !== undefined || undefined}
      className='ui-palette-entry'
      onPointerDown={(event) => {
        event.preventDefault();
        onPick();
      }}
    >
      {command.icon && <Icon name={command.icon} />}
      <span className='ui-palette-title'>
        {command.title}
        {command.detail && <span className='ui-palette-detail'>{command.detail}</span>}
        {command.disabledReason && <span className='ui-palette-reason'>{command.disabledReason}</span>}
      </span>
      {command.group && <span className='ui-palette-group'>{command.group}</span>}
      {command.keys && <Keys keys={command.keys} />}
    </div>
  );
}

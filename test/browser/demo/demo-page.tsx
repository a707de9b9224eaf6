// One page with every component on it: looked at, driven by keys, checked for accessibility and content policy.
import { useState } from 'react';
import type { Command } from '../../../src-ui/actions/command.ts';
import { CommandMenu } from '../../../src-ui/actions/command-menu.tsx';
import { CommandPalette } from '../../../src-ui/actions/command-palette.tsx';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { AppShell } from '../../../src-ui/shell/app-shell.tsx';
import { SideNav } from '../../../src-ui/shell/side-nav.tsx';
import { StatusBar } from '../../../src-ui/shell/status-bar.tsx';
import { TabPanel, TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { DemoForm } from './demo-form.tsx';
import { DemoList } from './demo-list.tsx';
import { DemoSheet } from './demo-sheet.tsx';

const nothing = (): undefined => undefined;

export function DemoPage({ view: first }: { readonly view: string }) {
  const [view, setView] = useState(first);
  const [asking, setAsking] = useState(first === 'dialog');
  const toast = useToast();
  const commands: readonly Command[] = [
    { id: 'new', title: 'New', icon: 'add', keys: 'Ctrl+N', group: 'File', run: nothing },
    { id: 'open', title: 'Open', icon: 'file', keys: 'Ctrl+O', group: 'File', run: nothing },
    { id: 'void', title: 'Void receipt…', icon: 'bin', group: 'Receipt', run: () => setAsking(true) },
    {
      id: 'toast',
      title: 'Delete line',
      icon: 'undo',
      group: 'Estimate',
      run: () => toast({ text: 'Line 4 deleted', undo: nothing }),
    },
    {
      id: 'print',
      title: 'Print',
      icon: 'print',
      keys: 'Ctrl+P',
      group: 'File',
      disabledReason: 'Nothing is selected to print.',
      run: nothing,
    },
  ];
  const items = [commands[0], commands[1], 'separator', commands[2], commands[3], 'separator', commands[4]] as const;
  return (
    <AppShell
      top={
        <Toolbar label='Workfile commands' items={items.filter((item) => item !== undefined)}>
          <CommandMenu
            title='View'
            commands={[
              { id: 'dark', title: 'Dark', checked: true, run: nothing },
              { id: 'big', title: 'Comfortable rows', checked: false, run: nothing },
            ]}
          />
        </Toolbar>
      }
      nav={<DemoNav />}
      status={<DemoStatus />}
    >
      <TabStrip
        label='Open workfiles'
        active={view === 'list' || view === 'empty' ? 'list' : 'file'}
        onSelect={(id) => setView(id === 'list' ? 'list' : 'sheet')}
        onClose={nothing}
        tabs={[
          { id: 'list', title: 'Workfiles' },
          { id: 'file', title: '48213 Turpin, Sharon', dirty: true, closable: true },
          { id: 'other', title: '48190 Ortiz, Luis', closable: true },
        ]}
      />
      {view === 'list' || view === 'empty' ? (
        <ListView empty={view === 'empty'} />
      ) : (
        <FileView view={view} onView={setView} />
      )}
      <Dialog
        open={asking}
        title='Void receipt 1234-3?'
        onClose={() => setAsking(false)}
        action={{ title: 'Void receipt', danger: true, run: () => setAsking(false) }}
      >
        <p>The receipt of 1,000.00 stays in the history and a reversing entry is made.</p>
        <TextField label='Reason' value='' onCommit={nothing} required />
      </Dialog>
      <CommandPalette
        open={view === 'palette'}
        commands={commands}
        placeholder='Search commands and workfiles'
        onClose={() => setView('sheet')}
      />
    </AppShell>
  );
}

function ListView({ empty }: { readonly empty: boolean }) {
  return (
    <TabPanel id='list'>
      <MessageStrip
        tone='warn'
        what='7 changes wait for the network.'
        safe='They are saved on this PC.'
        todo='They are sent as soon as the server can be reached.'
        code='NET-OFF-1'
        actions={[{ id: 'show', title: 'Show them', run: nothing }]}
        onDismiss={nothing}
      />
      {empty ? (
        <EmptyState
          icon='search'
          title='No workfile matches “turpz”'
          text='Try fewer letters, or the last six of the VIN.'
          action={{ id: 'clear', title: 'Clear search', keys: 'Esc', run: nothing }}
        />
      ) : (
        <DemoList count={100_000} />
      )}
    </TabPanel>
  );
}

function FileView({ view, onView }: { readonly view: string; readonly onView: (view: string) => void }) {
  const section = view === 'form' ? 'form' : 'sheet';
  return (
    <TabPanel id='file'>
      <TabStrip
        label='Workfile sections'
        look='section'
        active={section}
        onSelect={onView}
        tabs={[
          { id: 'form', title: 'Vehicle' },
          { id: 'sheet', title: 'Estimate', badge: '2' },
        ]}
      />
      <TabPanel id={section}>
        {section === 'form' ? <DemoForm /> : <DemoSheet more={view === 'long' ? 1000 : 0} />}
      </TabPanel>
    </TabPanel>
  );
}

function DemoNav() {
  return (
    <SideNav
      label='Places'
      active='files'
      onSelect={nothing}
      items={[
        { id: 'home', title: 'Home', icon: 'home', badge: '4' },
        { id: 'files', title: 'Workfiles', icon: 'list' },
        { id: 'people', title: 'Customers', icon: 'person' },
        { id: 'sync', title: 'Sync', icon: 'sync', badge: '2', badgeTone: 'warn' },
        { id: 'reports', title: 'Reports', icon: 'report' },
        { id: 'set', title: 'Configure', icon: 'gear' },
      ]}
    />
  );
}

function DemoStatus() {
  return (
    <StatusBar
      message='Line 4: open line – cannot lock S01'
      segments={[
        { id: 'mode', text: 'Edit' },
        { id: 'saved', text: 'Saved 10:42' },
        { id: 'sync', text: 'Synced 10:42', shape: 'dot', tone: 'ok' },
        { id: 'offline', text: 'Offline – 7 changes waiting', shape: 'ring' },
        { id: 'decide', text: '2 need your decision', shape: 'triangle', tone: 'warn' },
        { id: 'user', text: 'J. Smith · Northside' },
        { id: 'zoom', text: '100%' },
      ]}
    />
  );
}

// Every command of the menus, the palette and the keyboard: one list, so that all three say the same.

/** A command: its words, its menu, and its key in Electron's accelerator words. */
export type Command = {
  readonly label: string;
  readonly menu: 'File' | 'Edit' | 'View' | 'Workfile' | 'Estimate' | 'Configure' | 'Tools' | 'Window' | 'Help';
  readonly key?: string;
  /** Other keys for it, which the menu does not show. */
  readonly also?: readonly string[];
  /** Where it makes sense: always, with an open workfile, or on its estimate or its receipts, which may share a key. */
  readonly needs: 'nothing' | 'session' | 'workfile' | 'estimate' | 'receipts';
};

/** The commands by id, in the order of the menus. `&` marks the access key. */
export const commands = {
  'workfile.new': { label: '&New workfile', menu: 'File', key: 'CmdOrCtrl+N', needs: 'session' },
  'workfile.intake': { label: '&Quick intake…', menu: 'File', key: 'CmdOrCtrl+Shift+N', needs: 'session' },
  'workfile.find': { label: '&Open workfile…', menu: 'File', key: 'CmdOrCtrl+O', needs: 'session' },
  'workfile.save': { label: '&Save', menu: 'File', key: 'CmdOrCtrl+S', needs: 'workfile' },
  'workfile.save-close': { label: 'Save and close', menu: 'File', key: 'CmdOrCtrl+Shift+S', needs: 'workfile' },
  'estimate.import': { label: '&Import estimate…', menu: 'File', needs: 'session' },
  'export.ems': { label: 'Export to &EMS…', menu: 'File', needs: 'workfile' },
  'export.bms': { label: 'Export &BMS…', menu: 'File', needs: 'workfile' },
  'export.csv': { label: 'Export CS&V…', menu: 'File', needs: 'workfile' },
  'tab.close': { label: '&Close tab', menu: 'File', key: 'CmdOrCtrl+W', also: ['Ctrl+F4'], needs: 'workfile' },
  'workfile.print': { label: '&Print…', menu: 'File', key: 'CmdOrCtrl+P', needs: 'workfile' },
  'workfile.pdf': { label: 'Save as PD&F…', menu: 'File', needs: 'workfile' },
  'session.sign-out': { label: 'Sign out', menu: 'File', needs: 'session' },
  'edit.undo': { label: '&Undo', menu: 'Edit', key: 'CmdOrCtrl+Z', needs: 'workfile' },
  'edit.redo': { label: '&Redo', menu: 'Edit', key: 'CmdOrCtrl+Y', needs: 'workfile' },
  'screen.find': { label: '&Find in this screen', menu: 'Edit', key: 'CmdOrCtrl+F', needs: 'session' },
  'screen.find-next': { label: 'Find ne&xt', menu: 'Edit', key: 'F3', needs: 'session' },
  'search.everywhere': {
    label: 'Search &everywhere…',
    menu: 'Edit',
    key: 'CmdOrCtrl+Shift+F',
    needs: 'session',
  },
  'home.show': { label: '&Home', menu: 'View', needs: 'session' },
  'list.show': { label: '&Workfiles', menu: 'View', needs: 'session' },
  'configure.show': { label: 'Co&nfigure', menu: 'View', needs: 'session' },
  'list.filter': { label: 'Filte&r workfiles…', menu: 'View', needs: 'session' },
  'list.keep-view': { label: '&Keep the list as a view…', menu: 'View', needs: 'session' },
  'palette.open': {
    label: 'Command &palette',
    menu: 'View',
    key: 'CmdOrCtrl+K',
    also: ['Ctrl+Shift+P'],
    needs: 'nothing',
  },
  'view.totals': { label: '&Totals', menu: 'View', key: 'F9', needs: 'estimate' },
  'view.compact': { label: 'C&ompact rows', menu: 'View', needs: 'nothing' },
  'view.theme': { label: '&Dark or light', menu: 'View', needs: 'nothing' },
  'view.zoom-in': { label: 'Zoom &in', menu: 'View', key: 'CmdOrCtrl+=', needs: 'nothing' },
  'view.zoom-out': { label: 'Zoom o&ut', menu: 'View', key: 'CmdOrCtrl+-', needs: 'nothing' },
  'view.zoom-reset': { label: 'Zoom 100 %', menu: 'View', key: 'CmdOrCtrl+0', needs: 'nothing' },
  'pane.next': { label: 'Next pane', menu: 'View', key: 'F6', needs: 'nothing' },
  'pane.previous': { label: 'Previous pane', menu: 'View', key: 'Shift+F6', needs: 'nothing' },
  'view.full-screen': { label: '&Full screen', menu: 'View', key: 'F11', needs: 'nothing' },
  'workfile.overview': { label: 'Overview', menu: 'Workfile', needs: 'workfile' },
  'workfile.contacts': { label: '&Contacts', menu: 'Workfile', needs: 'workfile' },
  'customer.find': { label: 'Find a customer…', menu: 'Workfile', key: 'F4', needs: 'workfile' },
  'workfile.vehicle': { label: '&Vehicle', menu: 'Workfile', needs: 'workfile' },
  'workfile.insurance': { label: '&Insurance', menu: 'Workfile', needs: 'workfile' },
  'workfile.rates': { label: '&Rates', menu: 'Workfile', needs: 'workfile' },
  'workfile.estimate': { label: '&Estimate', menu: 'Workfile', needs: 'workfile' },
  'workfile.versions': { label: '&Totals and supplements', menu: 'Workfile', needs: 'workfile' },
  'workfile.next-problem': { label: 'Next &problem', menu: 'Workfile', key: 'F8', needs: 'workfile' },
  'workfile.photos': { label: 'Attac&hments', menu: 'Workfile', needs: 'workfile' },
  'workfile.notes': { label: 'Note&s', menu: 'Workfile', needs: 'workfile' },
  'workfile.history': { label: 'Histor&y', menu: 'Workfile', needs: 'workfile' },
  'workfile.receipts': { label: 'Receipts', menu: 'Workfile', needs: 'workfile' },
  'receipt.new': { label: 'Ne&w receipt…', menu: 'Workfile', key: 'Insert', needs: 'receipts' },
  'workfile.plan': { label: 'Events and repair plan', menu: 'Workfile', needs: 'workfile' },
  'appointment.new': {
    label: 'New appointment',
    menu: 'Workfile',
    key: 'CmdOrCtrl+Shift+M',
    needs: 'workfile',
  },
  'workfile.convert': { label: 'C&onvert to repair order…', menu: 'Workfile', needs: 'workfile' },
  'workfile.close': { label: 'C&lose repair order…', menu: 'Workfile', needs: 'workfile' },
  'workfile.reopen': { label: 'Reopen…', menu: 'Workfile', needs: 'workfile' },
  'workfile.cancel': { label: 'Cancel opportunity…', menu: 'Workfile', needs: 'workfile' },
  'workfile.total-loss': { label: 'Tot&al loss…', menu: 'Workfile', needs: 'workfile' },
  'workfile.bin': { label: 'Move to the &bin', menu: 'Workfile', needs: 'workfile' },
  'workfile.restore': { label: 'Restore from the bin', menu: 'Workfile', needs: 'workfile' },
  'rates.update': { label: '&Update rates and rules…', menu: 'Workfile', needs: 'workfile' },
  'vehicle.decode': { label: '&Decode VIN', menu: 'Workfile', needs: 'workfile' },
  'line.add': { label: '&New line', menu: 'Estimate', key: 'Insert', needs: 'estimate' },
  'line.duplicate': { label: '&Duplicate line', menu: 'Estimate', key: 'CmdOrCtrl+D', needs: 'estimate' },
  'line.up': { label: 'Move line &up', menu: 'Estimate', key: 'Alt+Up', needs: 'estimate' },
  'line.down': { label: 'Move line do&wn', menu: 'Estimate', key: 'Alt+Down', needs: 'estimate' },
  'line.remove': { label: 'De&lete lines', menu: 'Estimate', needs: 'estimate' },
  'line.properties': { label: 'P&roperties of lines…', menu: 'Estimate', key: 'Alt+Enter', needs: 'estimate' },
  'line.why': { label: 'Wh&y this number?', menu: 'Estimate', key: 'Shift+F1', needs: 'estimate' },
  'line.mark-open': { label: 'Mark as o&pen, or done', menu: 'Estimate', needs: 'estimate' },
  'section.toggle': {
    label: 'Close or open the &section',
    menu: 'Estimate',
    key: 'Alt+Left',
    also: ['Alt+Right'],
    needs: 'estimate',
  },
  'estimate.problems': { label: '&Check estimate', menu: 'Estimate', key: 'F7', needs: 'estimate' },
  'lines.insert': { label: '&Insert my lines…', menu: 'Estimate', key: 'CmdOrCtrl+Shift+L', needs: 'estimate' },
  'lines.keep': { label: 'K&eep lines as my lines…', menu: 'Estimate', needs: 'estimate' },
  'estimate.lock': { label: 'Loc&k estimate…', menu: 'Estimate', needs: 'workfile' },
  'estimate.supplement': { label: 'New supple&ment', menu: 'Estimate', needs: 'workfile' },
  'library.profile': { label: '&Profiles', menu: 'Configure', needs: 'session' },
  'library.insurer': { label: '&Insurance companies', menu: 'Configure', needs: 'session' },
  'library.employee': { label: '&Employees', menu: 'Configure', needs: 'session' },
  'library.customer': { label: 'C&ustomers', menu: 'Configure', needs: 'session' },
  'library.canned': { label: '&My lines', menu: 'Configure', needs: 'session' },
  'library.part-code': { label: 'Part &codes', menu: 'Configure', needs: 'session' },
  'pc.show': { label: '&This PC', menu: 'Configure', needs: 'session' },
  'sync.now': { label: 'Sync &now', menu: 'Tools', key: 'F5', needs: 'session' },
  'sync.offline': { label: 'Work &offline', menu: 'Tools', needs: 'session' },
  'sync.centre': { label: 'Sync and &conflicts', menu: 'Tools', needs: 'session' },
  'watch.folder': { label: 'Watch a &folder for estimates…', menu: 'Tools', needs: 'session' },
  'command.list': { label: '&Locks and conversions…', menu: 'Tools', needs: 'session' },
  'tab.next': { label: '&Next tab', menu: 'Window', key: 'Ctrl+Tab', needs: 'session' },
  'tab.previous': { label: '&Previous tab', menu: 'Window', key: 'Ctrl+Shift+Tab', needs: 'session' },
  'tab.1': { label: 'Tab &1', menu: 'Window', key: 'CmdOrCtrl+1', needs: 'session' },
  'tab.2': { label: 'Tab &2', menu: 'Window', key: 'CmdOrCtrl+2', needs: 'session' },
  'tab.3': { label: 'Tab &3', menu: 'Window', key: 'CmdOrCtrl+3', needs: 'session' },
  'tab.4': { label: 'Tab &4', menu: 'Window', key: 'CmdOrCtrl+4', needs: 'session' },
  'tab.5': { label: 'Tab &5', menu: 'Window', key: 'CmdOrCtrl+5', needs: 'session' },
  'tab.6': { label: 'Tab &6', menu: 'Window', key: 'CmdOrCtrl+6', needs: 'session' },
  'tab.7': { label: 'Tab &7', menu: 'Window', key: 'CmdOrCtrl+7', needs: 'session' },
  'tab.8': { label: 'Tab &8', menu: 'Window', key: 'CmdOrCtrl+8', needs: 'session' },
  'tab.9': { label: 'Tab &9', menu: 'Window', key: 'CmdOrCtrl+9', needs: 'session' },
  'help.keys': { label: '&Keyboard', menu: 'Help', key: 'F1', needs: 'nothing' },
  'help.first-steps': { label: '&First steps', menu: 'Help', needs: 'session' },
  'help.about': { label: '&About', menu: 'Help', needs: 'nothing' },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof commands;
/** The commands that go to a tab by its place. */
export const tabCommands = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => `tab.${place}` as CommandId);
/** The command ids in the order of the menus. */
export const commandIds = Object.keys(commands) as readonly CommandId[];
/** Whether text names a command. */
export const isCommandId = (text: string): text is CommandId => Object.hasOwn(commands, text);

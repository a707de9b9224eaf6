// The few pictures the product needs, drawn inline on a 16 px field.
export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden='true'
      className='ui-icon'
      width={size}
      height={size}
      viewBox='0 0 16 16'
      fill='none'
      stroke='currentColor'
      strokeWidth='1.25'
      strokeLinecap='round'
      strokeLinejoin='round'
    >
      <path d={paths[name]} />
    </svg>
  );
}

const paths = {
  add: 'M8 3v10M3 8h10',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5M7 7v4M9 7v4',
  board: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  car: 'M2.5 11V8.5L4 5h8l1.5 3.5V11zM2.5 8.5h11M4.5 11v1.5M11.5 11v1.5',
  check: 'M3 8.5l3.2 3.2L13 5',
  'chevron-down': 'M4 6.2l4 4 4-4',
  'chevron-right': 'M6.2 4l4 4-4 4',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.3',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h7.5V13H5.5zM3 10.5V3h7.5',
  error: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM6 6l4 4M10 6l-4 4',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  filter: 'M2.5 3.5h11L9.5 8.3v4.2l-3 1V8.3z',
  gear: 'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M12.2 3.8l-1.4 1.4M5.2 10.8l-1.4 1.4',
  home: 'M2.5 7.5L8 3l5.5 4.5M4 6.5V13h3V9.5h2V13h3V6.5',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 7.3v3.4M8 5.2v.1',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  note: 'M3 3h10v7.5L10.5 13H3zM13 10.5h-2.5V13M5.5 6h5M5.5 8.5h3',
  person: 'M8 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 0 0 8 3zM3.5 13.2c.4-2.3 2.2-3.6 4.5-3.6s4.1 1.3 4.5 3.6',
  print: 'M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9.5h7v4h-7z',
  redo: 'M12.5 3.5v3.3H9.2M12.3 6.6A5 5 0 1 0 13 9.5',
  report: 'M3 13.2V2.8h10v10.4zM5.5 10.5V8M8 10.5V5.5M10.5 10.5V7',
  save: 'M3 3h8l2 2v8H3zM5.5 3v3.5h4.5V3M5 13V9.5h6V13',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3.5 3.5',
  'sort-down': 'M8 3.5v9M4.8 9.3L8 12.5l3.2-3.2',
  'sort-up': 'M8 12.5v-9M4.8 6.7L8 3.5l3.2 3.2',
  sync: 'M13 7a5 5 0 0 0-9-2.2L2.8 6M2.8 3.2V6h2.8M3 9a5 5 0 0 0 9 2.2l1.2-1.2M13.2 12.8V10h-2.8',
  undo: 'M3.5 3.5v3.3h3.3M3.7 6.6A5 5 0 1 1 3 9.5',
  warning: 'M8 2.8l5.8 10.4H2.2zM8 6.5v3M8 11.4v.1',
  wrench: 'M13.2 4.6l-2 2-1.8-1.8 2-2a3.4 3.4 0 0 0-4.5 4.3L2.8 11.2a1.4 1.4 0 0 0 2 2l4.1-4.1a3.4 3.4 0 0 0 4.3-4.5z',
} as const;

// The shape of a state, readable without colour: full, half and empty circle, triangle, cross.
export type StatusShape = 'dot' | 'half' | 'ring' | 'triangle' | 'cross';

export function ShapeMark({ shape }: { readonly shape: StatusShape }) {
  return (
    <svg className='ui-shape' width='10' height='10' viewBox='0 0 10 10' aria-hidden='true'>
      {drawings[shape]}
    </svg>
  );
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;

const drawings = {
  dot: <circle cx='5' cy='5' r='4' fill='currentColor' />,
  half: (
    <>
      <circle cx='5' cy='5' r='3.5' {...stroke} />
      <path d='M5 1a4 4 0 0 0 0 8z' fill='currentColor' />
    </>
  ),
  ring: <circle cx='5' cy='5' r='3.5' {...stroke} />,
  triangle: <path d='M5 1l4.5 8h-9z' fill='currentColor' />,
  cross: <path d='M1.5 1.5l7 7M8.5 1.5l-7 7' {...stroke} strokeWidth={2} />,
} as const;

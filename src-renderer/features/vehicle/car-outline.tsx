// A vehicle seen from above, the front on top, behind the points of impact.

export function CarOutline() {
  return (
    <svg className='impact-outline' viewBox='0 0 100 190' preserveAspectRatio='none' aria-hidden='true'>
      <path d='M28 8 Q50 0 72 8 Q86 14 88 34 L90 160 Q88 180 72 185 Q50 190 28 185 Q12 180 10 160 L12 34 Q14 14 28 8Z' />
      <path d='M20 62 Q50 50 80 62 L76 82 Q50 74 24 82Z' />
      <path d='M24 134 Q50 142 76 134 L80 152 Q50 162 20 152Z' />
    </svg>
  );
}

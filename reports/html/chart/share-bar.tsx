/** A bar for a share of all. Decoration for the numbers next to it. */
export function ShareBar({ part, all }: { part: number; all: number }) {
  const width = all > 0 ? Math.min(1, part / all) * trackWidth : 0;
  return (
    <svg class="share" viewBox={`0 0 ${trackWidth} 4`} aria-hidden="true">
      <rect x={0} y={0} width={trackWidth} height={4} fill="var(--rule)" />
      <rect x={0} y={0} width={width} height={4} fill="var(--bar)" />
    </svg>
  );
}

const trackWidth = 104;

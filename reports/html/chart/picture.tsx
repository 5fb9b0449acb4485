/** An SVG element from the charting library, and the id of its title; without one it is decoration. */
export interface PictureProps {
  svg: string;
  titledBy?: string;
  class?: string;
}

/** A chart on the page. The library has escaped all text in it. */
export function Picture({ svg, titledBy, class: name }: PictureProps) {
  const content = { __html: svg };
  if (titledBy === undefined) return <div class={name} aria-hidden="true" dangerouslySetInnerHTML={content} />;
  return <div class={name} role="img" aria-labelledby={titledBy} dangerouslySetInnerHTML={content} />;
}

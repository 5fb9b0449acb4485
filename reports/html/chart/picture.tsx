/** An SVG element as the charting library wrote it, and the id of what names it: without a name it only adorns. */
export interface PictureProps {
  svg: string;
  titledBy?: string;
  class?: string;
}

/** A chart in its place on the page. The library has escaped all words in it. */
export function Picture({ svg, titledBy, class: name }: PictureProps) {
  const content = { __html: svg };
  if (titledBy === undefined) return <div class={name} aria-hidden="true" dangerouslySetInnerHTML={content} />;
  return <div class={name} role="img" aria-labelledby={titledBy} dangerouslySetInnerHTML={content} />;
}

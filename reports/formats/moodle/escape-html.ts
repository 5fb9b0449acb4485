/** Words as HTML text: Moodle keeps feedback as HTML. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

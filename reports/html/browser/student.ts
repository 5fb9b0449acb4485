/// <reference lib="dom" />

import { switchLanguages } from "./language.ts";

document.documentElement.classList.add("scripted");
switchLanguages();
openTestInAddress();
window.addEventListener("hashchange", openTestInAddress);
openAllTogether();
for (const button of document.querySelectorAll<HTMLButtonElement>(".copy")) letCopy(button);

/** A link to a test opens it. */
function openTestInAddress(): void {
  const test = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(test instanceof HTMLDetailsElement)) return;
  test.open = true;
  test.scrollIntoView();
}

function openAllTogether(): void {
  const button = document.getElementById("open-all");
  button?.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-pressed") !== "true";
    for (const test of document.querySelectorAll<HTMLDetailsElement>("details.test")) test.open = isOpen;
    button.setAttribute("aria-pressed", String(isOpen));
    swap(button, isOpen);
  });
}

function letCopy(button: HTMLButtonElement): void {
  const command = button.parentElement?.querySelector("pre");
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener("click", async () => {
    if (!command) return;
    await copy(command);
    swap(button, true);
    say(button.querySelector<HTMLElement>(`.done [lang=${document.documentElement.lang}]`)?.textContent ?? "");
    clearTimeout(timer);
    timer = setTimeout(() => swap(button, false), shownMs);
  });
}

/** How long a button shows that it has copied. */
const shownMs = 2000;

/** Pages from disk may have no access to the clipboard: then the text is selected and copied by `execCommand`. */
async function copy(element: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
  } catch {
    getSelection()?.selectAllChildren(element);
    document.execCommand("copy");
  }
}

function swap(button: HTMLElement, isDone: boolean): void {
  for (const words of button.querySelectorAll<HTMLElement>(".rest")) words.hidden = isDone;
  for (const words of button.querySelectorAll<HTMLElement>(".done")) words.hidden = !isDone;
}

/** Announces words to screen readers. */
function say(words: string): void {
  const status = document.getElementById("said");
  if (status) status.textContent = words;
}

/// <reference lib="dom" />

/** Lets the buttons switch the page's language, and remembers the choice for the next page if the browser allows it. */
export function switchLanguages(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-language]")];
  const show = (language: string) => {
    document.documentElement.lang = language;
    for (const words of document.querySelectorAll<HTMLElement>("[data-en]"))
      words.textContent = words.dataset[language] ?? "";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.language ?? "en");
      remember(button.dataset.language ?? "en");
    });
  }
  show(remembered() ?? document.documentElement.lang);
}

const key = "wirecheck-language";

/** A page that was opened from disk may have no storage: then each page starts in its own language. */
function remembered(): string | null {
  try {
    const language = localStorage.getItem(key);
    return language === "en" || language === "id" ? language : null;
  } catch {
    return null;
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Without storage the choice applies to this page only.
  }
}
